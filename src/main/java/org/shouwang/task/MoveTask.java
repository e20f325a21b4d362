package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;
import org.shouwang.staff.Posts.Holder;

/** Accepts, completes, returns, reassigns or cancels a task, and tells whom it concerns in the same transaction. */
@Singleton
class MoveTask {

    private final TaskRepository tasks;
    private final TaskRows rows;
    private final TaskPeople people;
    private final WriteMove write;
    private final Clock clock;

    MoveTask(TaskRepository tasks, TaskRows rows, TaskPeople people, WriteMove write, Clock clock) {
        this.tasks = tasks;
        this.rows = rows;
        this.people = people;
        this.write = write;
        this.clock = clock;
    }

    /** Answers the task as it is afterwards; the same action of the same worker again changes nothing. */
    Uni<Result<Stored<TaskView>>> move(UUID taskId, TaskAction action, Caller caller) {
        return rows.byId(taskId)
                .chain(found -> found.filter(seen -> seen.concerns(caller)).isPresent()
                        ? Races.again(() -> moved(found.get(), action, caller))
                        : doneBefore(taskId, action, caller))
                .chain(result -> result.then(id -> rows.byId(id).map(after -> answer(after, caller))));
    }

    /** Who gave a task away may have lost sight of it, and is still answered for that action; all else is not there. */
    private Uni<Result<UUID>> doneBefore(UUID taskId, TaskAction action, Caller caller) {
        return Panache.withSession(() -> tasks.action(action.id()))
                .map(before -> before != null && before.repeats(action, taskId, caller.workerId())
                        ? Result.ok(taskId)
                        : Result.refused(Problem.NOT_FOUND));
    }

    /** Whom the action concerns is read before the transaction takes its connection. */
    private Uni<Result<UUID>> moved(TaskView seen, TaskAction action, Caller caller) {
        return people.concerned(action, seen.areaCode())
                .chain(concerned ->
                        Panache.withTransaction(() -> tasks.locked(seen.id()).chain(task -> tasks.action(action.id())
                                .chain(before -> decided(seen, task, before, action, caller, concerned)))));
    }

    private Uni<Result<UUID>> decided(
            TaskView seen,
            Task task,
            @Nullable TaskActionEntry before,
            TaskAction action,
            Caller caller,
            List<Holder> concerned) {
        if (before != null) {
            return Uni.createFrom().item(repeated(seen, before, action, caller));
        }
        return heldBefore(task, action, caller)
                .map(held -> new MoveDecision.Around(seen.version(), held, concerned))
                .map(around -> MoveDecision.decide(task, action, caller, around))
                .chain(decision -> decision.thenDo(move -> move.isEmpty()
                        ? Uni.createFrom().item(task.id)
                        : write.write(
                                        task,
                                        new WriteMove.Decided(action, clock.instant(), caller, move.get(), concerned))
                                .replaceWith(task.id)));
    }

    /** Asked only where it may matter: when somebody acts as the assignee who is not, or not any more. */
    private Uni<Boolean> heldBefore(Task task, TaskAction action, Caller caller) {
        UUID assignee = task.assigneeAppointmentId;
        boolean holds = assignee != null && caller.holds(assignee);
        return holds || action.kind().side() == TaskAction.Side.ASSIGNER
                ? Uni.createFrom().item(false)
                : tasks.wasHeldBy(
                        caller.posts().stream().map(Post::appointmentId).toList(), task.id);
    }

    private static Result<UUID> repeated(TaskView seen, TaskActionEntry before, TaskAction action, Caller caller) {
        if (before.repeats(action, seen.id(), caller.workerId())) {
            return Result.ok(seen.id());
        }
        return Result.refused(seen.isVisibleTo(caller) ? Problem.ID_REUSED : Problem.NOT_FOUND);
    }

    private static Result<Stored<TaskView>> answer(Optional<TaskView> after, Caller caller) {
        TaskView view = after.orElseThrow();
        return Result.ok(
                new Stored<>(view.id(), view.version(), false, view.isVisibleTo(caller) ? view.shownTo(caller) : null));
    }
}
