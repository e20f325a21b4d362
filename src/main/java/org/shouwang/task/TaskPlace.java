package org.shouwang.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;

/**
 * Where a task stands: what decides who sees it.
 *
 * @param assigner the post that gave it
 * @param assignee the post that holds it; null after a return
 */
record TaskPlace(
        UUID id,
        AreaCode areaCode,
        TaskType type,
        TaskOrigin origin,
        UUID assigner,
        @Nullable UUID assignee) {

    /**
     * In the caller's area, or held by one of the caller's posts. What is of class R is seen by no area but that class; what a
     * case of violence at home asks for, not even there: which office leads it depends on the victim, and that one gave the task.
     */
    boolean isVisibleTo(Caller caller) {
        if (assignee != null && caller.holds(assignee)) {
            return true;
        }
        return type.isRestricted()
                ? caller.holds(assigner) || (!isOfCaseAlone() && caller.sees(Right.TASK_READ, FieldClass.R, areaCode))
                : caller.may(Right.TASK_READ, areaCode);
    }

    private boolean isOfCaseAlone() {
        return type != TaskType.INCIDENT_FOLLOW && origin != TaskOrigin.ASSIGNED;
    }
}
