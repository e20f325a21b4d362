package org.shouwang.task.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.task.CampaignCounts.AtArea;

@Schema(
        name = "CampaignProgress",
        description =
                "How far a campaign is within the caller's areas, counted where areas are run (托管 included). In the order of codes,"
                        + " never of results; none is of a person")
record CampaignProgress(
        UUID campaignId,
        Instant countedAt,

        @Schema(description = "When all who match had been looked through once: before, more tasks are coming")
        @Nullable
        Instant tasksMadeAt,

        @Schema(
                description =
                        "More than the parts add up to, where a task went along with a child to an area that is none of them")
        Numbers total,

        @Schema(description = "Those with tasks") List<Township> townships) {

    @Schema(name = "CampaignNumbers", description = "Tasks (件) as of now, cancelled ones left out")
    record Numbers(
            int tasks,
            int done,
            int open,

            @Schema(description = "Of the open ones: their due day is over")
            int overdue,

            @Schema(description = "Of the open ones: nobody holds them")
            int unassigned) {

        static Numbers of(AtArea area) {
            return new Numbers(area.tasks(), area.done(), area.open(), area.overdue(), area.unassigned());
        }
    }

    @Schema(name = "CampaignTownship")
    record Township(
            AreaCode areaCode,
            String name,

            @Schema(description = "With those of its villages")
            Numbers numbers,

            @Schema(description = "Those with tasks; only for those whose post reaches single villages")
            List<Village> villages) {}

    @Schema(name = "CampaignVillage")
    record Village(AreaCode areaCode, String name, Numbers numbers) {}
}
