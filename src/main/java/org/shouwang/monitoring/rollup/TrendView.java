package org.shouwang.monitoring.rollup;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

@Schema(name = "IndicatorTrend", description = "What was published of an indicator in an area in its plan round")
record TrendView(
        String indicatorCode,
        AreaCode areaCode,

        @Schema(description = "The earliest first; the year as a whole behind its quarters")
        List<Item> items) {

    @Schema(name = "IndicatorTrendItem")
    record Item(
            int year,

            @Schema(description = "Absent for the year as a whole") @Nullable
            Integer quarter,

            BigDecimal numerator,
            @Nullable BigDecimal denominator,

            @Schema(description = "Absent where the denominator is nought") @Nullable
            BigDecimal value,

            @Schema(
                    description =
                            "Of this year and the two before, the same quarter of each: sums, by which small numbers are compared")
            @Nullable
            BigDecimal overThreeYears,

            @Schema(description = "How many of these were published", examples = "3")
            int years) {}
}
