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
import org.shouwang.task.plan.FollowUpRule;

/** Whether a caller may do this to this task now. */
final class MoveDecision {

    private MoveDecision() {}

    /**
     * The post that acts, empty when the caller did the same before, or a refusal.
     *
     * @param around what else is known
     */
    static Result<Optional<Post>> decide(Task task, TaskAction action, Caller caller, Around around) {
        TaskMoves.Verdict verdict = TaskMoves.decide(task.state(), action, caller.workerId());
        if (verdict == TaskMoves.Verdict.DONE_BEFORE) {
            return Result.ok(Optional.empty());
        }
        return acting(task, action, caller, around.heldBefore())
                .flatMap(post -> verdict == TaskMoves.Verdict.CONFLICT || task.version != around.seenVersion()
                        ? Result.refused(Problem.STATE_CONFLICT)
                        : allowed(task, action, around.concerned()).map(yes -> Optional.of(post)));
    }

    /**
     * What is known around a task and an action.
     *
     * @param seenVersion the task as it was when the request came: what moved meanwhile is not moved again unseen
     * @param heldBefore whether a post of the caller held the task before
     * @param concerned for a reassignment the new assignee, empty when that appointment is not in force
     */
    record Around(int seenVersion, boolean heldBefore, List<Holder> concerned) {}

    private static Result<Post> acting(Task task, TaskAction action, Caller caller, boolean heldBefore) {
        return switch (action.kind().side()) {
            case ASSIGNER ->
                task.taskType.isRestricted() && !task.place().isVisibleTo(caller)
                        ? Result.refused(Problem.NOT_FOUND)
                        : caller.acting(Right.TASK_ASSIGN, task.areaCode);
            case ASSIGNEE -> holding(task, caller, heldBefore);
        };
    }

    /** Who held the task before comes too late; others who may see it get 403, all else 404. */
    private static Result<Post> holding(Task task, Caller caller, boolean heldBefore) {
        UUID assignee = task.assigneeAppointmentId;
        Problem stranger = task.place().isVisibleTo(caller) ? Problem.ROLE_FORBIDDEN : Problem.NOT_FOUND;
        Problem refusal = heldBefore ? Problem.STATE_CONFLICT : stranger;
        return caller.posts().stream()
                .filter(post -> post.appointmentId().equals(assignee))
                .findFirst()
                .map(Result::ok)
                .orElse(Result.refused(refusal));
    }

    /** Whether the task takes this action, whoever asks. */
    static Result<Task> allowed(Task task, TaskAction action, List<Holder> concerned) {
        if (action.kind() == TaskAction.Kind.COMPLETE && task.taskType.needsVisit() && task.subjectType.isVisited()) {
            return Result.invalid("taskType", "visit-needed");
        }
        if (FollowUpRule.of(task.rule).isPresent() && ends(action)) {
            return Result.invalid("taskType", "planned-by-matrix");
        }
        if (task.rule.equals(Task.SAMPLE) && ends(action)) {
            return Result.invalid("taskType", "ends-by-verification");
        }
        if (task.owner().filter(owner -> keeps(owner, action)).isPresent()) {
            return Result.invalid("taskType", "moves-with-incident");
        }
        if (action.kind() == TaskAction.Kind.REASSIGN
                && !AssignRules.mayWork(concerned.stream().findFirst(), task.areaCode)) {
            return Result.invalid("assigneeAppointmentId", "assignee-works-there");
        }
        return Result.ok(task);
    }

    /** What the matrix asks for ends by a record of it: ended otherwise, nobody would be asked again. */
    private static boolean ends(TaskAction action) {
        return switch (action.kind()) {
            case COMPLETE, CANCEL -> true;
            case ACCEPT, RETURN, REASSIGN -> false;
        };
    }

    /** What a case owns goes where that goes; what the law asks for by itself is not called off by itself. */
    private static boolean keeps(CaseOwner owner, TaskAction action) {
        return switch (action.kind()) {
            case REASSIGN, RETURN -> true;
            case CANCEL -> owner.keepsTasks();
            case ACCEPT, COMPLETE -> false;
        };
    }
}
