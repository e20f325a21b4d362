package org.shouwang.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;

/**
 * Where a task stands: what decides who sees it.
 *
 * @param assignee the post that holds it; null after a return
 */
record TaskPlace(UUID id, AreaCode areaCode, @Nullable UUID assignee) {

    /** In the caller's area, or held by one of the caller's posts. */
    boolean isVisibleTo(Caller caller) {
        return caller.may(Right.TASK_READ, areaCode) || (assignee != null && caller.holds(assignee));
    }
}
