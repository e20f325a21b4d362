package org.shouwang.task;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Grade;
import org.shouwang.platform.RoleCode;
import org.shouwang.register.child.RiskLevel;

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

    /**
     * What is done when who is told opens nothing. Of a visit to a child in danger the assignee is called in the end, and whoever
     * stands above hears by SMS; other late work is worth one message by day, however grave the child's level is.
     */
    Grade grade(TaskType type, SubjectType subject, RiskLevel level) {
        if (this == COUNTY) {
            return Grade.NONE;
        }
        boolean danger = level == RiskLevel.CRITICAL && type.needsVisit();
        if (this == COORDINATOR) {
            return danger ? Grade.URGENT : Grade.NONE;
        }
        if (danger) {
            return subject == SubjectType.CHILD ? Grade.CRITICAL : Grade.URGENT;
        }
        return level == RiskLevel.CRITICAL || level == RiskLevel.HIGH ? Grade.HIGH : Grade.NONE;
    }

    /** The post that is told; none for the assignee, who is named by the task. */
    Optional<RoleCode> role() {
        return Optional.ofNullable(role);
    }
}
