package org.shouwang.task;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tasks that are assigned together. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@Schema(name = "TaskBatchForm")
record TaskBatchForm(@NotNull @Size(min = 1, max = 200) List<@NotNull @Valid TaskForm> tasks) implements AssignForm {

    @Override
    public List<TaskForm> all() {
        return tasks;
    }

    @Override
    public String path(int index) {
        return "tasks[" + index + "].";
    }
}
