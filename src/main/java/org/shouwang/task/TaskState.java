package org.shouwang.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether a task may move.
 *
 * @param assignee appointment that holds the task, null after a return
 * @param lastActor worker whose action made the task what it is
 */
record TaskState(TaskStatus status, @Nullable UUID assignee, UUID lastActor) {}
