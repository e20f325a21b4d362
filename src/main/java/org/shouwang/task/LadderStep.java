package org.shouwang.task;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.RoleCode;

/** Who is told of an overdue task, from the bottom up. */
enum LadderStep {
    ASSIGNEE("task-overdue", null),
    COORDINATOR("task-overdue-township", RoleCode.TOWNSHIP_COORDINATOR),
    COUNTY("task-overdue-county", RoleCode.COUNTY_CIVIL_AFFAIRS);

    private final String event;
    private final @Nullable RoleCode role;

    LadderStep(String event, @Nullable RoleCode role) {
        this.event = event;
        this.role = role;
    }

    String event() {
        return event;
    }

    /** The post that is told; none for the assignee, who is named by the task. */
    Optional<RoleCode> role() {
        return Optional.ofNullable(role);
    }
}
