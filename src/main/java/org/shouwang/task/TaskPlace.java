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
        UUID assigner,
        @Nullable UUID assignee) {

    /** In the caller's area, or held by one of the caller's posts. What follows an incident is seen by no area but class R. */
    boolean isVisibleTo(Caller caller) {
        if (assignee != null && caller.holds(assignee)) {
            return true;
        }
        return type.isRestricted()
                ? caller.holds(assigner) || caller.sees(Right.TASK_READ, FieldClass.R, areaCode)
                : caller.may(Right.TASK_READ, areaCode);
    }
}
