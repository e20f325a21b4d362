package org.shouwang.task;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.Posts.Holder;

/** Whether a caller may do this to this task now. */
final class MoveDecision {

    private MoveDecision() {}

    /**
     * The post that acts, empty when the caller did the same before, or a refusal.
     *
     * @param concerned for a reassignment the new assignee, empty when that appointment is not in force
     */
    static Result<Optional<Post>> decide(Task task, TaskAction action, Caller caller, List<Holder> concerned) {
        TaskMoves.Verdict verdict = TaskMoves.decide(task.state(), action, caller.workerId());
        return switch (verdict) {
            case DONE_BEFORE -> Result.ok(Optional.empty());
            case CONFLICT -> acting(task, action, caller).flatMap(post -> Result.refused(Problem.STATE_CONFLICT));
            case MOVES ->
                acting(task, action, caller)
                        .flatMap(post -> allowed(task, action, concerned).map(yes -> Optional.of(post)));
        };
    }

    private static Result<Post> acting(Task task, TaskAction action, Caller caller) {
        return switch (action.kind().side()) {
            case ASSIGNER -> caller.acting(Right.TASK_ASSIGN, task.areaCode);
            case ASSIGNEE -> holding(task, caller);
        };
    }

    /** Others who may see the task get 403, all else 404. */
    private static Result<Post> holding(Task task, Caller caller) {
        UUID assignee = task.assigneeAppointmentId;
        Problem refusal = caller.may(Right.TASK_READ, task.areaCode) ? Problem.ROLE_FORBIDDEN : Problem.NOT_FOUND;
        return caller.posts().stream()
                .filter(post -> post.appointmentId().equals(assignee))
                .findFirst()
                .map(Result::ok)
                .orElse(Result.refused(refusal));
    }

    private static Result<Task> allowed(Task task, TaskAction action, List<Holder> concerned) {
        if (action.kind() == TaskAction.Kind.COMPLETE && task.taskType.needsVisit()) {
            return Result.invalid("taskType", "visit-needed");
        }
        if (action.kind() == TaskAction.Kind.REASSIGN
                && !AssignRules.mayWork(concerned.stream().findFirst(), task.areaCode)) {
            return Result.invalid("assigneeAppointmentId", "assignee-works-there");
        }
        return Result.ok(task);
    }
}
