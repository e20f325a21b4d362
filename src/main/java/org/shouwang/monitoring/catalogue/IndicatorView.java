package org.shouwang.monitoring.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Indicator", description = "An indicator of the two plans (指标) as the catalogue defines it")
record IndicatorView(
        @Schema(examples = "C-E02") String code,

        String catalogueVersion,

        @Schema(description = "The plan round that it belongs to")
        String round,

        @Schema(examples = "普惠性幼儿园覆盖率") String nameZh,

        @Schema(examples = "inclusive_kindergarten_coverage")
        String identifier,

        IndicatorDomain domain,

        @Schema(description = "What is counted") String numerator,

        @Schema(description = "What it is divided by; absent for a count") @Nullable
        String denominator,

        String unit,

        @Schema(description = "What the quotient is multiplied by")
        BigDecimal factor,

        int decimals,
        Direction direction,

        @Schema(description = "Whether the numerator may be larger than the denominator: gross rates and ratios")
        boolean mayExceed,

        @Schema(
                description =
                        "FEW: a denominator below 30 or fewer than five deaths are compared over three years and never carded;"
                                + " FULL_CENSUS: all institutions are counted, and judged however few they are")
        SmallNumberRule smallNumberRule,

        @Schema(description = "What the national plan asks for")
        TargetView target,

        @Schema(description = "Whether that must be verified before it is used officially")
        boolean targetUnconfirmed,

        @Schema(description = "牵头单位, by its line of work", examples = "教育")
        String leadUnit,

        @Schema(description = "责任单位") List<String> supportUnits,

        @Schema(
                description =
                        "A: each year, official; Q: each quarter, provisional; M: each month; TERM: once a term of office")
        List<Frequency> frequencies,

        @Schema(description = "Whether this system is the source of its figures")
        Computed computed,

        @Schema(description = "Sources and reference values")
        String note) {

    static IndicatorView of(Indicator indicator) {
        return new IndicatorView(
                indicator.code(),
                indicator.catalogueVersion(),
                indicator.round(),
                indicator.nameZh(),
                indicator.identifier(),
                indicator.domain(),
                indicator.numerator(),
                indicator.denominator(),
                indicator.unit(),
                indicator.factor(),
                indicator.decimals(),
                indicator.direction(),
                indicator.mayExceed(),
                indicator.smallNumbers(),
                TargetView.of(indicator.target()),
                indicator.unconfirmed(),
                indicator.leadUnit(),
                indicator.supportUnits(),
                indicator.frequencies().stream().sorted().toList(),
                indicator.computed(),
                indicator.note());
    }
}
