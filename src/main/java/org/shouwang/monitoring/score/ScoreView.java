package org.shouwang.monitoring.score;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

@Schema(name = "Score", description = "The yearly scores of the units of a county (年度绩效考核), with their ranking")
record ScoreView(
        UUID id,
        int version,
        AreaCode areaCode,
        int year,
        ScoreStatus status,

        @Schema(description = "Counted for area and year") int edition,

        @Schema(description = "The edition before it") @Nullable
        UUID replaces,

        @Nullable String reason,

        @Schema(description = "By which weights and amounts")
        String modelVersion,

        String catalogueVersion,
        Instant computedAt,
        @Nullable LocalDate publishedOn,

        @Schema(description = "The last day for objections") @Nullable
        LocalDate objectUntil,

        @Schema(description = "In the order of their ranks, those without a score last; only of a single one") @Nullable
        List<Ranked> units,

        @Schema(description = "Of all units, for offices; only of a single one") @Nullable
        List<UnitScoreView.Objection> objections)
        implements Answers.Versioned {

    @Schema(name = "RankedUnit")
    record Ranked(
            UUID unitId,
            String unitName,

            @Schema(description = "Absent where there was nothing to judge") @Nullable
            BigDecimal score,

            @Nullable Integer rank) {}

    static ScoreView of(
            ScoreBook book, @Nullable List<UnitScore> units, @Nullable List<UnitScoreView.Objection> objections) {
        return new ScoreView(
                book.id(),
                book.version(),
                book.area(),
                book.year(),
                book.status(),
                book.edition(),
                book.replaces(),
                book.reason(),
                book.modelVersion(),
                book.catalogueVersion(),
                book.computedAt(),
                book.publishedOn(),
                book.objectUntil(),
                units == null ? null : ranked(units),
                objections);
    }

    /** As it was published, else as it would be. */
    static List<Ranked> ranked(List<UnitScore> units) {
        Map<UUID, Integer> ranks = Ranking.of(scores(units));
        return units.stream()
                .map(unit -> new Ranked(unit.unitId(), unit.unitName(), unit.now(), ranks.get(unit.unitId())))
                .sorted(Comparator.comparing(Ranked::rank, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Of the units that have one. */
    static Map<UUID, BigDecimal> scores(List<UnitScore> units) {
        return units.stream()
                .filter(unit -> unit.now() != null)
                .collect(Collectors.toMap(UnitScore::unitId, unit -> Objects.requireNonNull(unit.now())));
    }
}
