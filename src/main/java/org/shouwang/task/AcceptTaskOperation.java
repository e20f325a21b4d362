package org.shouwang.task;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code POST /tasks/{id}/accept}. */
@Singleton
class AcceptTaskOperation extends TaskOperation<AcceptTaskOperation.Form> {

    AcceptTaskOperation(MoveTask moveTask) {
        super(moveTask);
    }

    @Schema(name = "TaskAcceptForm")
    record Form() {}

    @Override
    public String type() {
        return "task.accept";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public String schema() {
        return "TaskAcceptForm";
    }

    @Override
    TaskAction action(UUID id, Form form) {
        return new TaskAction.Accept(id);
    }
}
