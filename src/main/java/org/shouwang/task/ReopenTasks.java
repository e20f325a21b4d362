package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.staff.PostsInOffice.InOffice;
import org.shouwang.task.WhoFollows.Around;

/**
 * Opens tasks again whose visit, as it reads now, is not the one they ask for. The due day stays; whoever held one holds it as
 * a new one, else whoever works there now. Where nobody does, whoever stands above is told at once. What follows a case goes to
 * nobody but whom the case itself names: others may not know of it. A closed file has no open task, nor has a closed campaign: what was not
 * done for it is cancelled.
 */
@Singleton
class ReopenTasks {

    /** What the trail says of a task that is open again. */
    static final String REOPENED = "task.reopen";

    private final TaskRepository tasks;
    private final SettledTasks settledTasks;
    private final WhoFollows follows;
    private final FollowUpListeners followUps;
    private final PostsInOffice posts;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    ReopenTasks(
            TaskRepository tasks,
            SettledTasks settledTasks,
            WhoFollows follows,
            FollowUpListeners followUps,
            PostsInOffice posts,
            Notifications notifications,
            Trail trail,
            Clock clock) {
        this.tasks = tasks;
        this.settledTasks = settledTasks;
        this.follows = follows;
        this.followUps = followUps;
        this.posts = posts;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    /** The tasks are locked already. */
    Uni<Void> reopen(List<Task> settled, Caller caller, Post acting) {
        return settled.isEmpty()
                ? Uni.createFrom().voidItem()
                : settledTasks.ofClosedCampaigns(settled).chain(closed -> follows.around(settled)
                        .chain(around -> reopen(settled, closed, around, caller, acting)));
    }

    private Uni<Void> reopen(List<Task> settled, Set<Task> closed, Around around, Caller caller, Post acting) {
        Instant now = clock.instant();
        List<Notice> notices = new ArrayList<>();
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Task task : settled) {
            boolean over = around.isOver(task) || closed.contains(task);
            if (over) {
                task.unsettle(TaskStatus.CANCELLED);
            } else {
                notices.addAll(opened(task, around));
                written = written.chain(() -> tasks.ladder(task.id))
                        .invoke(ladder -> ladder.reopened(Ladder.lookAfterHandover(task.dueOn, task.dueAt, now)))
                        .replaceWithVoid();
            }
            task.touch(now, caller.workerId());
            Subject subject = new Subject(TaskNotices.TASK, task.id, task.areaCode);
            written = written.chain(() -> trail.changed(caller, acting, over ? "task.cancel" : REOPENED, subject));
        }
        List<Task> owned =
                settled.stream().filter(task -> task.owner().isPresent()).toList();
        return written.chain(() -> notifications.tell(notices))
                .chain(() -> followUps.reopened(owned, caller, acting))
                .chain(() -> tellHolders(owned));
    }

    private Uni<Void> tellHolders(List<Task> owned) {
        Set<UUID> holders = owned.stream()
                .filter(task -> task.status.open())
                .flatMap(task -> Stream.ofNullable(task.assigneeAppointmentId))
                .collect(Collectors.toSet());
        return posts.kept(holders)
                .chain(kept -> notifications.tell(owned.stream()
                        .filter(task -> task.status.open())
                        .flatMap(task -> Stream.ofNullable(task.assigneeAppointmentId)
                                .flatMap(holder -> Stream.ofNullable(kept.get(holder)))
                                .map(holder -> TaskNotices.reopened(task, holder)))
                        .toList()));
    }

    /** Answers what is told of it. */
    private static List<Notice> opened(Task task, Around around) {
        task.unsettle(TaskStatus.NEW);
        return task.owner().isPresent() ? List.of() : given(task, around);
    }

    private static List<Notice> given(Task task, Around around) {
        Optional<Holder> holder = around.holder(task);
        UUID before = task.assigneeAppointmentId;
        task.assigneeAppointmentId =
                holder.map(found -> found.post().appointmentId()).orElse(null);
        return holder.map(found -> List.of(
                        found.post().appointmentId().equals(before)
                                ? TaskNotices.reopened(task, InOffice.of(found))
                                : TaskNotices.passedOn(task, found)))
                .orElseGet(() -> around.above(task).stream()
                        .map(above -> TaskNotices.leftOver(task, above))
                        .toList());
    }
}
