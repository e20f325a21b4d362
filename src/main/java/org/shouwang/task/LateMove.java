package org.shouwang.task;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/**
 * What becomes of something that was done to a task on a phone and arrives only now. What others have done to the task
 * meanwhile stands; where nothing is left to do, nothing is refused.
 */
final class LateMove {

    private LateMove() {}

    /**
     * When and by whom a task was taken from a post.
     *
     * @param at when somebody else got it, or nobody
     */
    record Given(UUID from, Instant at) {}

    /**
     * What is known of a task that is over a late action.
     *
     * @param given the last time that a post of the caller lost it; null where none ever did
     * @param passedOn whether another worker can have given it to somebody after the action was done
     * @param neededAgain whether another worker can have opened it again, or noted a new concern, after that
     */
    record Since(@Nullable Given given, boolean passedOn, boolean neededAgain) {

        /** Whether somebody decided otherwise, of whom whoever acted could not know. */
        private boolean overrules(TaskAction.Kind kind) {
            return switch (kind) {
                case REASSIGN -> passedOn;
                case CANCEL -> passedOn || neededAgain;
                case ACCEPT, COMPLETE, RETURN -> false;
            };
        }
    }

    /**
     * The post that acts; empty when nothing is left to do.
     *
     * @param doneAt when it was done
     */
    static Result<Optional<Post>> decide(Task task, TaskAction action, Caller caller, Instant doneAt, Since since) {
        return switch (action.kind().side()) {
            case ASSIGNER ->
                caller.acting(Right.TASK_ASSIGN, task.areaCode)
                        .flatMap(post -> TaskMoves.moves(task.state(), action)
                                ? since.overrules(action.kind())
                                        ? Result.refused(Problem.STATE_CONFLICT)
                                        : Result.ok(Optional.of(post))
                                : Result.ok(Optional.empty()));
            case ASSIGNEE ->
                caller.posts().stream()
                        .filter(post -> post.appointmentId().equals(task.assigneeAppointmentId))
                        .findFirst()
                        .map(post -> Result.ok(held(task, action, post)))
                        .orElseGet(() -> lost(task, action, caller, doneAt, since.given()));
        };
    }

    private static Optional<Post> held(Task task, TaskAction action, Post post) {
        return TaskMoves.moves(task.state(), action) ? Optional.of(post) : Optional.empty();
    }

    /** Work that was finished while it was still the caller's is finished, whoever holds the task by now. */
    private static Result<Optional<Post>> lost(
            Task task, TaskAction action, Caller caller, Instant doneAt, @Nullable Given given) {
        if (given == null) {
            return Result.refused(task.place().isVisibleTo(caller) ? Problem.ROLE_FORBIDDEN : Problem.NOT_FOUND);
        }
        if (!task.status.open() || action.kind() != TaskAction.Kind.COMPLETE) {
            return Result.ok(Optional.empty());
        }
        return doneAt.isBefore(given.at())
                ? Result.ok(caller.post(given.from()))
                : Result.refused(Problem.STATE_CONFLICT);
    }
}
