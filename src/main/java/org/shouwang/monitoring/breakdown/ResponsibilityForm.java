package org.shouwang.monitoring.breakdown;

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
import org.shouwang.platform.AreaCode;

/** A line of the book of responsibilities as the committee office issues it. */
@Schema(name = "ResponsibilityForm")
record ResponsibilityForm(
        @NotNull
        @Schema(description = "Where the indicator is measured: a county, or a township with its own committee")
        AreaCode areaCode,

        @Min(2000) @Max(2200) int year,

        @NotBlank @Size(max = 10) @Schema(examples = "C-E02")
        String indicatorCode,

        @NotNull @Schema(description = "The organisation: a department, or the committee of a township")
        UUID unitId,

        @NotNull ResponsibilityRole role,

        @Digits(integer = 12, fraction = 4)
        @Schema(
                description =
                        "In the unit of the indicator, what the unit is to reach by the end of the year; without it what the area asks for")
        @Nullable
        BigDecimal targetValue,

        @Schema(description = "Whether the figures of a quarter count from 1 January; without it they do not") @Nullable
        Boolean cumulative,

        @NotBlank @Size(max = 50) @Schema(description = "文号", examples = "陈妇儿工委〔2026〕3号")
        String docNo,

        @NotNull LocalDate issuedOn,

        @Size(max = 1000) @Schema(description = "What the unit is asked to do (具体措施)") @Nullable
        String measures) {}
