package org.shouwang.monitoring.rollup;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

@Schema(
        name = "IndicatorRollUp",
        description =
                "Indicators of a county from its townships, or of a city from its counties, by what these have published")
record RollUpView(
        AreaCode areaCode,
        int year,

        @Schema(description = "Absent for the year as a whole") @Nullable
        Integer quarter,

        @Schema(description = "Of which at least one area below has published, in the order of the catalogue")
        List<Item> items) {

    @Schema(name = "IndicatorRollUpItem")
    record Item(
            String indicatorCode,

            @Schema(description = "Sum of what was published")
            BigDecimal numerator,

            @Schema(description = "Sum of what was published; absent for a count") @Nullable
            BigDecimal denominator,

            @Schema(
                    description =
                            "Numerator ÷ denominator × factor; absent while an area is missing, or where the denominator is nought")
            @Nullable
            BigDecimal value,

            @Schema(description = "Those that have published, in the order of their codes")
            List<Part> parts,

            @Schema(description = "Those that have not") List<Missing> missing) {}

    @Schema(name = "IndicatorRollUpPart")
    record Part(
            AreaCode areaCode,
            String name,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,

            @Schema(description = "Among those that have published, 1 is best; absent where more or less is not better")
            @Nullable
            Integer rank) {}

    @Schema(name = "IndicatorRollUpMissing")
    record Missing(AreaCode areaCode, String name) {}
}
