package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
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
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    MoveTask(
            TaskRepository tasks,
            TaskRows rows,
            TaskPeople people,
            Notifications notifications,
            Trail trail,
            Clock clock) {
        this.tasks = tasks;
        this.rows = rows;
        this.people = people;
        this.notifications = notifications;
        this.trail = trail;
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
                        : write(task, action, caller, move.get(), concerned)));
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

    private Uni<UUID> write(Task task, TaskAction action, Caller caller, Post acting, List<Holder> concerned) {
        Instant now = clock.instant();
        UUID holder = task.assigneeAppointmentId;
        action.applyTo(task, now);
        task.touch(now, caller.workerId());
        String name = "task." + action.kind().name().toLowerCase(Locale.ROOT);
        return tasks.add(new TaskActionEntry(action, task.id, holder, now, caller.workerId()))
                .chain(() -> tasks.ladder(task.id))
                .invoke(ladder -> onLadder(ladder, task, action))
                .chain(() -> trail.changed(caller, acting, name, new Subject(TaskNotices.TASK, task.id, task.areaCode)))
                .chain(() -> withdrawn(task, action))
                .chain(() -> notifications.tell(TaskNotices.ofMove(task, action, concerned)))
                .replaceWith(task.id);
    }

    /** The ladder ends with the task, and begins at the bottom when somebody else holds it. */
    private static void onLadder(LadderEntry ladder, Task task, TaskAction action) {
        switch (action.kind()) {
            case ACCEPT -> {}
            case RETURN, REASSIGN -> ladder.holderChanged(Ladder.firstLook(task.dueOn, task.dueAt));
            case COMPLETE, CANCEL -> ladder.end();
        }
    }

    /** Whoever held the task until now has nothing to do any more. */
    private Uni<Void> withdrawn(Task task, TaskAction action) {
        return switch (action.kind()) {
            case ACCEPT -> Uni.createFrom().voidItem();
            case COMPLETE, RETURN, REASSIGN, CANCEL -> notifications.withdraw(TaskNotices.TASK, List.of(task.id));
        };
    }

    private static Result<Stored<TaskView>> answer(Optional<TaskView> after, Caller caller) {
        TaskView view = after.orElseThrow();
        return Result.ok(
                new Stored<>(view.id(), view.version(), false, view.isVisibleTo(caller) ? view.shownTo(caller) : null));
    }
}
