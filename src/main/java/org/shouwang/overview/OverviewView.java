package org.shouwang.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.visit.UnmetNumbers;

@Schema(
        name = "Overview",
        description =
                "The work of an area in numbers, counted where areas are run (托管 included). Each number says whether it is"
                        + " as of `countedAt` or of the period. In the order of codes, never of results; none is of a person")
record OverviewView(
        @Schema(description = "What was asked for, as it is today; absent for all that the caller's posts reach")
        @Nullable
        AreaCode areaCode,

        @Schema(description = "First local day of the period")
        LocalDate from,

        @Schema(description = "Last local day of the period")
        LocalDate to,

        Instant countedAt,

        @Schema(description = "More than the parts add up to, where something stands at the county itself")
        AreaNumbers total,

        @Schema(description = "Of all that was asked for") OnTimeRate visitsOnTime,

        @Schema(
                description =
                        "Of all that was asked for; absent where that is more than 50 000 children, here and in the parts")
        @Nullable
        UnmetNumbers childrenNotMet,

        @Schema(
                description =
                        "Those that run villages of what was asked for, and those within it. What stands at the township"
                                + " itself is in its numbers, and in none of its villages")
        List<Part> townships,

        @Schema(
                description =
                        "Only when a township or a village is asked for, and only for those whose post reaches single"
                                + " villages")
        List<Part> villages) {

    @Schema(name = "OverviewPart")
    record Part(
            AreaCode areaCode,
            String name,
            AreaNumbers numbers,

            @Schema(description = "Only of townships") @Nullable
            OnTimeRate visitsOnTime,

            @Nullable UnmetNumbers childrenNotMet) {}
}
