package org.shouwang.task;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tasks that were assigned together, in the order asked for; without those that have left the caller's area since. */
@Schema(name = "TaskBatch")
record TaskBatchView(List<TaskView> items) {}
