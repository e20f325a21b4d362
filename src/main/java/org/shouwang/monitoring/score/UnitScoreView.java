package org.shouwang.monitoring.score;

import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

@Schema(name = "UnitScore", description = "What a unit got for a year, with all parts")
record UnitScoreView(
        UUID scoreId,
        UUID unitId,
        String unitName,

        @Schema(description = "The points of all parts; absent where there was nothing to judge") @Nullable
        BigDecimal base,

        @Schema(description = "By hand of the office, in all")
        BigDecimal adjustment,

        @Nullable BigDecimal score,

        @Schema(description = "Equal scores share one") @Nullable
        Integer rank,

        List<Part> parts,

        @Schema(description = "On which indicators the results went")
        List<Result> results,

        List<Adjustment> adjustments,

        @Nullable Objection objection) {

    @Schema(name = "ScorePart")
    record Part(
            ScorePart part,

            @Schema(description = "After the weight of parts without anything to judge was spread")
            BigDecimal weight,

            @Schema(description = "Absent where there was nothing to judge") @Nullable
            BigDecimal points,

            List<Count> counts) {

        static Part of(Scored.Part part) {
            return new Part(
                    part.part(),
                    part.weight(),
                    part.points(),
                    part.counts().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(one -> new Count(one.getKey(), one.getValue()))
                            .toList());
        }
    }

    @Schema(name = "ScoreCount", description = "How many of a grade there were")
    record Count(ScoreGrade grade, int count) {}

    @Schema(name = "ScoreResult")
    record Result(
            AreaCode areaCode,
            String indicatorCode,
            ScoreGrade grade,

            @Schema(description = "As it was compared when it was computed") @Nullable
            BigDecimal value,

            @Schema(description = "What the year asked for", examples = "≥ 85")
            String yearTarget) {

        static Result of(Row row) {
            return new Result(
                    new AreaCode(row.getLong("area_code")),
                    row.getString("indicator_code"),
                    ScoreGrade.valueOf(row.getString("grade")),
                    row.getBigDecimal("value"),
                    row.getString("year_target"));
        }
    }

    @Schema(name = "ScoreAdjustment")
    record Adjustment(BigDecimal points, String reason, Instant at) {}

    @Schema(name = "ScoreObjection", description = "申诉: what a unit says against its score, and the answer")
    record Objection(
            UUID id,
            UUID scoreId,
            UUID unitId,
            String words,
            LocalDate madeOn,
            @Nullable ObjectionOutcome outcome,

            @Schema(description = "Why; absent until it is answered") @Nullable
            String answer,

            @Nullable LocalDate answeredOn) {}
}
