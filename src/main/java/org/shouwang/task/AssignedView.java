package org.shouwang.task;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names for the document the two answers of {@code POST /tasks}: it answers in the form in which it was asked. */
@Schema(
        name = "AssignedTasks",
        oneOf = {TaskView.class, TaskBatchView.class})
interface AssignedView {}
