package org.shouwang.monitoring.computed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

@Schema(name = "ComputedIndicator", description = "What this system counts of an indicator in an area on a day")
record ComputedView(
        String indicatorCode,
        AreaCode areaCode,

        @Schema(description = "First day that is counted") LocalDate from,

        @Schema(description = "The day in whose evening it stands so")
        LocalDate on,

        @Schema(
                description =
                        "LIVE: counted now; DATED: by the dates that the records carry; FROZEN: stored at the end of the quarter;"
                                + " NOT_KEPT: nobody knows of that day any more; NO_SOURCE: the unit reports it")
        Basis basis,

        @Schema(description = "Absent where nothing is known or where it is withheld") @Nullable
        Long numerator,

        @Nullable Long denominator,

        @Schema(
                description =
                        "Numerator ÷ denominator × factor, a half rounded up; absent where the denominator is nought")
        @Nullable
        BigDecimal value,

        @Schema(
                description =
                        "Whether there are figures that are not shown: they are of so few that they would tell of single persons")
        boolean withheld,

        @Schema(description = "When it was counted") @Nullable
        Instant computedAt,

        @Schema(description = "How it is counted", examples = "children-directors") @Nullable
        String formula,

        @Schema(description = "The same in words, or why it is not counted")
        String textZh,

        String textEn) {}
