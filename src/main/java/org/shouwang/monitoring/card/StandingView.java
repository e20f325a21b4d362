package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

@Schema(name = "PlanStanding", description = "Where the two plans of an area stand in a period")
record StandingView(
        AreaCode areaCode,
        UUID periodId,

        @Schema(
                description =
                        "总体达标率 in per cent: of the indicators that have data and are assessed; absent where there is none")
        @Nullable
        BigDecimal achieved,

        List<Item> indicators) {

    @Schema(name = "IndicatorStanding")
    record Item(
            String indicatorCode,
            StatusClass status,

            @Schema(description = "The unit that leads") @Nullable
            UUID unitId,

            @Schema(description = "The published value; of small numbers that of three years") @Nullable
            BigDecimal value,

            @Schema(description = "Too few cases for a card")
            boolean small,

            @Schema(description = "What the year asks for", examples = "≥ 85") @Nullable
            String yearTarget,

            @Schema(description = "Gap to it in per cent of it, 0 or less where it is reached") @Nullable
            BigDecimal gapPercent,

            @Schema(description = "How much of the way from the baseline to the year target has been gone, in per cent")
            @Nullable
            BigDecimal progressPercent,

            @Schema(description = "Quarters in a row that were worse than the one before")
            int worseInARow) {}
}
