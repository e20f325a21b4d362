package org.shouwang.activity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.task.campaign.ThemeCode;

@Schema(name = "ActivityForm", description = "An activity that was held; counts are person-times")
record ActivityForm(
        @NotBlank @Size(max = 80) String title,
        @NotNull ThemeCode themeCode,

        @Schema(description = "The children's home where it was held; either this or place") @Nullable
        UUID homeId,

        @Size(max = 100) @Schema(description = "Where else it was held; either this or homeId") @Nullable
        String place,

        @Schema(description = "Village or community; needed with place, the home's otherwise") @Nullable
        AreaCode areaCode,

        @NotNull Instant startedAt,

        @NotNull @Schema(description = "Not before the start, at most 12 hours after it")
        Instant endedAt,

        @Nullable UUID organiserOrganisationId,
        @NotNull Integer countChildren,
        @NotNull Integer countBoys,
        @NotNull Integer countGirls,
        @NotNull Integer countAge0To2,
        @NotNull Integer countAge3To5,
        @NotNull Integer countAge6To11,
        @NotNull Integer countAge12To15,
        @NotNull Integer countAge16To17,
        @NotNull Integer countLeftBehind,
        @NotNull Integer countDifficult,
        @NotNull Integer countMigrant,
        @NotNull Integer countDisabled,
        @NotNull Integer countParents,
        @NotNull Integer countWomen,
        @NotNull Integer countVolunteers,

        @Size(max = 200)
        @Schema(
                description =
                        "Optional: the registered children who were there, at most countChildren; only children whose"
                                + " files the caller may read")
        @Nullable
        List<@NotNull UUID> attendance,

        @NotBlank @Size(max = 1000) String summary,

        @Schema(description = "The phone's time when it was entered") @Nullable
        Instant clientTime,

        @Nullable UUID deviceId) {

    /** A blank place is none. */
    ActivityForm {
        place = place == null || place.isBlank() ? null : place;
    }

    /** The children who are named; none when nothing was said of them. */
    List<UUID> named() {
        return attendance == null ? List.of() : attendance;
    }

    HeadCounts headCounts() {
        return new HeadCounts(
                countChildren,
                countBoys,
                countGirls,
                countAge0To2,
                countAge3To5,
                countAge6To11,
                countAge12To15,
                countAge16To17,
                countLeftBehind,
                countDifficult,
                countMigrant,
                countDisabled,
                countParents,
                countWomen,
                countVolunteers);
    }
}
