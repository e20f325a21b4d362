package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.problem.Result;

/** Something that an assignee did to a task offline; the operation's id is the action's. */
abstract class TaskOperation<F> implements OperationHandler<F> {

    private final MoveTask moveTask;

    TaskOperation(MoveTask moveTask) {
        this.moveTask = moveTask;
    }

    abstract TaskAction action(UUID id, F form);

    @Override
    public Collection<UUID> needs(UUID record, F form) {
        return List.of(record);
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, F form, Caller caller) {
        return moveTask.move(operation.record(), action(operation.id(), form), caller)
                .map(result -> result.map(stored -> Effect.of(TaskNotices.TASK, stored)));
    }
}
