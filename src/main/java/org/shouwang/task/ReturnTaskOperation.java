package org.shouwang.task;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code POST /tasks/{id}/return}. */
@Singleton
class ReturnTaskOperation extends TaskOperation<ReturnTaskOperation.Form> {

    ReturnTaskOperation(MoveTask moveTask) {
        super(moveTask);
    }

    @Schema(name = "TaskReturnForm")
    record Form(@NotBlank @Size(max = 200) String reason) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @Override
    public String type() {
        return "task.return";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public String schema() {
        return "TaskReturnForm";
    }

    @Override
    TaskAction action(UUID id, Form form) {
        return new TaskAction.Return(id, form.reason());
    }
}
