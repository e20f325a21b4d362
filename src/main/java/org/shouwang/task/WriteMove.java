package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.staff.Posts.Holder;

/** Writes a move of a task that was decided, and tells whom it concerns; in the caller's transaction. */
@Singleton
class WriteMove {

    private final TaskRepository tasks;
    private final Notifications notifications;
    private final FollowUpListeners followUps;
    private final Trail trail;
    private final Clock clock;

    WriteMove(
            TaskRepository tasks, Notifications notifications, FollowUpListeners followUps, Trail trail, Clock clock) {
        this.tasks = tasks;
        this.notifications = notifications;
        this.followUps = followUps;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A decided move.
     *
     * @param at when it was done
     * @param concerned for a reassignment the new assignee
     */
    record Decided(TaskAction action, Instant at, Caller caller, Post acting, List<Holder> concerned) {}

    /** The task has its new version afterwards. */
    Uni<Void> write(Task task, Decided move) {
        TaskAction action = move.action();
        Instant now = clock.instant();
        UUID holder = task.assigneeAppointmentId;
        action.applyTo(task, move.at());
        task.touch(now, move.caller().workerId());
        String name = "task." + action.kind().name().toLowerCase(Locale.ROOT);
        return tasks.add(new TaskActionEntry(
                        action, task.id, holder, now, move.caller().workerId()))
                .chain(() -> tasks.ladder(task.id))
                .invoke(ladder -> onLadder(ladder, task, action))
                .chain(() -> trail.changed(
                        move.caller(), move.acting(), name, new Subject(TaskNotices.TASK, task.id, task.areaCode)))
                .chain(() -> withdrawn(task, action))
                .chain(() -> notifications.tell(TaskNotices.ofMove(task, action, move.concerned())))
                .chain(() -> tasks.flush())
                .chain(() ->
                        followUps.ended(task.status.open() ? List.of() : List.of(task), move.caller(), move.acting()));
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
}
