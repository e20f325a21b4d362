package org.shouwang.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What {@code POST /tasks} takes: one task, or up to 200 that are assigned together or not at all. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = TaskForm.class)
@JsonSubTypes({@JsonSubTypes.Type(TaskForm.class), @JsonSubTypes.Type(TaskBatchForm.class)})
@Schema(
        name = "AssignTasks",
        oneOf = {TaskForm.class, TaskBatchForm.class})
sealed interface AssignForm permits TaskForm, TaskBatchForm {

    @JsonIgnore
    List<TaskForm> all();

    /** Where a field of the n-th task stands in the request, with a dot behind it where something follows. */
    String path(int index);
}
