package org.shouwang.monitoring.catalogue;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an area asks of an indicator for the end of a year, as its office decides it. */
@Schema(name = "IndicatorTargetForm")
record TargetForm(
        @NotBlank @Size(max = 10) @Schema(examples = "C-E02")
        String indicatorCode,

        @NotBlank
        @Size(max = 100)
        @Schema(
                description = "The plan that asks for it: targets of several plans stand side by side",
                examples = "陈仓区儿童发展规划")
        String plan,

        @Min(2000) @Max(2200) int year,

        @Schema(description = "The exact day, where the plan says one") @Nullable
        LocalDate dueOn,

        @NotNull TargetOperator operator,

        @Digits(integer = 12, fraction = 4)
        @Schema(description = "In the unit of the indicator; in per cent against the baseline for CHANGE_PCT")
        @Nullable
        BigDecimal value,

        @Digits(integer = 12, fraction = 4) @Schema(description = "Upper bound of a band") @Nullable
        BigDecimal upper,

        @Schema(description = "原则上: asked for in principle") @Nullable
        Boolean soft,

        @Schema(
                description =
                        "Whether the area is assessed by this plan, which ends that for its other plans for the indicator; without it the first plan is")
        @Nullable
        Boolean binding,

        @Min(1990) @Max(2200) @Schema(description = "With `baselineValue`: where the way to it begins") @Nullable
        Integer baselineYear,

        @Digits(integer = 12, fraction = 4) @Nullable BigDecimal baselineValue,

        @Schema(
                description =
                        "The target of the same area, indicator, plan and year that this one replaces; without it there is none yet")
        @Nullable
        UUID replaces) {}
