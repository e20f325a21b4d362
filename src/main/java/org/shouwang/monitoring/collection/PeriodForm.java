package org.shouwang.monitoring.collection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** A period for which values are collected. */
@Schema(name = "CollectionPeriodForm")
record PeriodForm(
        @NotNull @Schema(description = "Whose units report: a county")
        AreaCode areaCode,

        @Min(2000) @Max(2200) int year,

        @Min(1) @Max(4) @Schema(description = "Without it the year as a whole, with official values") @Nullable
        Integer quarter,

        @NotNull @Schema(description = "From this day on units report")
        LocalDate openOn,

        @NotNull @Schema(description = "Until this day, included")
        LocalDate dueOn) {}
