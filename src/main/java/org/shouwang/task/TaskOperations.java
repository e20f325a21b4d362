package org.shouwang.task;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.shouwang.platform.operation.FormId;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;
import org.shouwang.platform.record.Stored;

/** What phones do to tasks offline: whoever holds one moves it, the coordinator assigns and takes back. */
@Singleton
class TaskOperations {

    private final MoveTaskLate moveTask;

    TaskOperations(MoveTaskLate moveTask) {
        this.moveTask = moveTask;
    }

    @Produces
    @Singleton
    OperationHandler<TaskForm> assign(AssignTasks assignTasks, TaskRepository tasks) {
        return OperationType.making(
                        "task.assign", TaskNotices.TASK, TaskForm.class, (operation, form, caller) -> assignTasks
                                .made(form, caller)
                                .chain(result -> result.thenDo(
                                        made -> tasks.findById(form.id()).map(task -> Stored.repeated(task, form)))))
                .with(FormId.RECORD)
                .needing(form -> Stream.ofNullable(form.subjectId()).toList());
    }

    @Produces
    @Singleton
    OperationHandler<TaskAction.Accept> accept() {
        return action("task.accept", TaskAction.Accept.class);
    }

    @Produces
    @Singleton
    OperationHandler<TaskAction.Complete> complete() {
        return action("task.complete", TaskAction.Complete.class);
    }

    @Produces
    @Singleton
    OperationHandler<TaskAction.Return> giveBack() {
        return action("task.return", TaskAction.Return.class);
    }

    @Produces
    @Singleton
    OperationHandler<TaskAction.Reassign> reassign() {
        return action("task.reassign", TaskAction.Reassign.class);
    }

    @Produces
    @Singleton
    OperationHandler<TaskAction.Cancel> cancel() {
        return action("task.cancel", TaskAction.Cancel.class);
    }

    private <A extends TaskAction> OperationHandler<A> action(String type, Class<A> action) {
        return OperationType.doing(type, action, moveTask::move).with(FormId.OPERATION);
    }
}
