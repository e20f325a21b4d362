package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.staff.PostsInOffice.InOffice;

/**
 * Opens tasks again whose visit, as it reads now, is not the one they ask for. The due day stays; whoever held one holds it as
 * a new one. Where that post has ended meanwhile nobody holds it, as after a return, and the ladder begins at the coordinator.
 */
@Singleton
class ReopenTasks {

    private final TaskRepository tasks;
    private final PostsInOffice posts;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    ReopenTasks(TaskRepository tasks, PostsInOffice posts, Notifications notifications, Trail trail, Clock clock) {
        this.tasks = tasks;
        this.posts = posts;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    /** The tasks are locked already. */
    Uni<Void> reopen(List<Task> settled, Caller caller, Post acting) {
        Set<UUID> assignees = settled.stream()
                .map(task -> task.assigneeAppointmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return posts.kept(assignees).chain(held -> reopen(settled, held, caller, acting));
    }

    private Uni<Void> reopen(List<Task> settled, Map<UUID, InOffice> held, Caller caller, Post acting) {
        Instant now = clock.instant();
        List<Notice> notices = new ArrayList<>();
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Task task : settled) {
            InOffice holder = holder(task, held);
            reopen(task, holder, now, caller.workerId());
            if (holder != null) {
                notices.add(TaskNotices.reopened(task, holder));
            }
            Subject subject = new Subject(TaskNotices.TASK, task.id, task.areaCode);
            written = written.chain(() -> tasks.ladder(task.id))
                    .invoke(ladder -> ladder.holderChanged(Ladder.lookAfterHandover(task.dueOn, task.dueAt, now)))
                    .chain(() -> trail.changed(caller, acting, "task.reopen", subject));
        }
        return written.chain(() -> notifications.tell(notices));
    }

    private static @Nullable InOffice holder(Task task, Map<UUID, InOffice> held) {
        return task.assigneeAppointmentId == null ? null : held.get(task.assigneeAppointmentId);
    }

    private static void reopen(Task task, @Nullable InOffice holder, Instant now, UUID workerId) {
        task.status = TaskStatus.NEW;
        task.doneAt = null;
        task.resultType = null;
        task.resultId = null;
        task.assigneeAppointmentId = holder == null ? null : holder.appointmentId();
        task.touch(now, workerId);
    }
}
