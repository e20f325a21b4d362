package org.shouwang.monitoring.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WallChart", description = "挂图作战: what the units have to put right, and how many days are left")
record WallChartView(
        @Schema(description = "Days are counted from it") LocalDate day,

        @Schema(description = "In the order of their names") List<UnitRow> units) {

    @Schema(name = "WallChartUnit")
    record UnitRow(
            UUID unitId,
            String unitName,

            @Schema(description = "Letters that are not closed")
            int lettersOpen,

            @Schema(description = "Of these, whose answer is owed past its deadline")
            int lettersOverdue,

            @Schema(description = "Of plans that were submitted and are not verified, the most pressing first")
            List<ItemRow> items) {}

    @Schema(name = "WallChartItem")
    record ItemRow(
            UUID planId,
            int itemNo,
            String indicatorCode,
            PlanStatus planStatus,
            ItemType itemType,
            String measure,
            String responsiblePost,
            LocalDate dueOn,

            @Schema(description = "Less than nothing once the day has passed")
            long daysLeft,

            int milestones,

            @Schema(description = "Whose day has come") int milestonesDue,

            int milestonesReported,

            @Schema(description = "The first milestone that was not reported") @Nullable
            LocalDate nextMilestoneOn) {}
}
