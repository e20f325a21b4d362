package org.shouwang.task;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /tasks/{id}/complete}. */
@Singleton
class CompleteTaskOperation extends TaskOperation<CompleteTaskOperation.Form> {

    CompleteTaskOperation(MoveTask moveTask) {
        super(moveTask);
    }

    @Schema(name = "TaskCompleteForm")
    record Form(
            @Nullable @Pattern(regexp = "[A-Z_]{1,40}") String resultType,
            @Nullable UUID resultId) {}

    @Override
    public String type() {
        return "task.complete";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public String schema() {
        return "TaskCompleteForm";
    }

    @Override
    TaskAction action(UUID id, Form form) {
        return new TaskAction.Complete(id, form.resultType(), form.resultId());
    }
}
