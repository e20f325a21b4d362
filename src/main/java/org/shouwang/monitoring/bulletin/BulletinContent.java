package org.shouwang.monitoring.bulletin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.card.CardColour;
import org.shouwang.monitoring.card.StatusClass;
import org.shouwang.monitoring.catalogue.PlanKind;

/** What a bulletin says: stored as one document when it is issued, so that fields are only ever added, and may be absent in old ones. */
@Schema(
        name = "BulletinContent",
        description = "The figures of a bulletin: of a draft as they are now, else as they were at the issue")
record BulletinContent(
        @Schema(description = "The day of which it speaks") LocalDate asOf,

        @Schema(description = "By which indicators are measured")
        String catalogueVersion,

        @Schema(description = "总体达标率 in per cent over both plans; absent where nothing has data and is assessed")
        @Nullable
        BigDecimal achieved,

        @Schema(description = "Women's plan and children's plan")
        List<PlanRow> plans,

        @Schema(description = "Those that are due in the period or were reported for it, in the order of the catalogue")
        List<IndicatorRow> indicators,

        @Schema(description = "By rank where they are ranked, else by name")
        List<UnitRow> units) {

    BulletinContent {
        plans = List.copyOf(plans);
        indicators = List.copyOf(indicators);
        units = List.copyOf(units);
    }

    @Schema(name = "BulletinPlan")
    record PlanRow(
            PlanKind plan,
            StatusCounts counts,

            @Schema(description = "总体达标率 in per cent; absent where nothing has data and is assessed") @Nullable
            BigDecimal achieved) {}

    @Schema(name = "StatusCounts", description = "How many indicators are in which class")
    record StatusCounts(
            int met,
            int onTrack,
            int atRisk,
            int offTrack,
            int noData,

            @Schema(description = "Watched only, or without a number to hold a value against")
            int neutral) {}

    @Schema(name = "BulletinIndicator")
    record IndicatorRow(
            String indicatorCode,
            String nameZh,
            PlanKind plan,

            @Schema(description = "In which it is measured", examples = "%")
            String unit,

            @Schema(description = "Of its values") int decimals,

            @Schema(description = "The unit that leads (牵头单位); absent where none does") @Nullable
            UUID unitId,

            @Nullable String unitName,

            @Schema(description = "As published; absent where there is none or it is withheld") @Nullable
            BigDecimal numerator,

            @Nullable BigDecimal denominator,

            @Schema(description = "The published value; of small numbers that of three years") @Nullable
            BigDecimal value,

            @Schema(description = "Too few cases for a judgement by one period")
            boolean small,

            @Schema(description = "Whether there are figures that are not shown: they would tell of single persons")
            boolean withheld,

            @Schema(description = "What the year asks for", examples = "≥ 85") @Nullable
            String yearTarget,

            @Schema(description = "Gap to it in per cent of it, 0 or less where it is reached") @Nullable
            BigDecimal gapPercent,

            StatusClass status,

            @Schema(description = "Of the period before; absent where there is none or it is of small numbers")
            @Nullable
            BigDecimal valueBefore,

            @Schema(description = "Worse than before although what is asked for is reached (警惕波动)")
            boolean worseningThoughMet,

            @Schema(description = "Of the card that is out for it; absent where none is") @Nullable
            CardColour card) {}

    @Schema(name = "BulletinUnit")
    record UnitRow(
            UUID unitId,
            String unitName,

            @Schema(description = "Of the indicators for which it leads, in its area")
            StatusCounts counts,

            @Schema(
                    description =
                            "MET or ON_TRACK among those that are assessed, in per cent; what has no data is not reached")
            @Nullable
            BigDecimal reached,

            @Schema(
                    description =
                            "By that share, 1 is best, equal shares have one; absent where units are not ranked or nothing is assessed")
            @Nullable
            Integer rank,

            @Schema(description = "Values that were due") int due,

            int reportedInTime,
            int reportedLate,

            @Schema(description = "Values that are still to come")
            int owed,

            @Schema(description = "How often a value was given back to it")
            int returned,

            int yellowCards,
            int redCards,
            int lettersOpen,

            @Schema(description = "Of these, whose answer is owed past its deadline")
            int lettersOverdue) {}
}
