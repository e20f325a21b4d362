package org.shouwang.monitoring.supervision;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

@Schema(name = "RectificationItem", description = "One thing that a plan puts right")
record Item(
        int no,
        ItemType itemType,
        String problem,
        String cause,
        String measure,

        @Schema(description = "任务到人; absent for whoever sees no names") @Nullable
        String responsiblePerson,

        String responsiblePost,
        @Nullable String projectSite,
        @Nullable String schedule,
        @Nullable AreaCode areaCode,
        LocalDate dueOn,
        List<Milestone> milestones) {

    Item {
        milestones = List.copyOf(milestones);
    }

    static Item of(Row row, List<Milestone> milestones, boolean named) {
        return new Item(
                row.getInteger("no"),
                ItemType.valueOf(row.getString("item_type")),
                row.getString("problem"),
                row.getString("cause"),
                row.getString("measure"),
                named ? row.getString("responsible_person") : null,
                row.getString("responsible_post"),
                row.getString("project_site"),
                row.getString("schedule"),
                Optional.ofNullable(row.getLong("area_code")).map(AreaCode::new).orElse(null),
                row.getLocalDate("due_on"),
                milestones);
    }

    @Override
    public String toString() {
        return "***";
    }
}
