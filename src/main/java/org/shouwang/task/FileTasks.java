package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.register.child.FileChange;
import org.shouwang.register.child.FileListener;
import org.shouwang.register.child.FileStatus;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.staff.PostsInOffice.InOffice;

/**
 * What a child's file means for tasks, in the transaction of the file: one that lacks something is asked for, until it is
 * complete; one that is closed has no open task but those that protect the child, whose holders are told.
 */
@Singleton
class FileTasks implements FileListener {

    private final TaskRepository tasks;
    private final PostsInOffice posts;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    FileTasks(TaskRepository tasks, PostsInOffice posts, Notifications notifications, Trail trail, Clock clock) {
        this.tasks = tasks;
        this.posts = posts;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Uni<Void> changed(FileChange change, Caller caller, Post acting) {
        return switch (change.kind()) {
            case BEGUN -> ask(change, caller, acting);
            case COMPLETED ->
                open(change)
                        .chain(open -> end(only(open, FileTask::isAboutADraft), change, caller, acting, "task.settle"));
            case CLOSED ->
                open(change)
                        .chain(open -> end(only(open, task -> !outlives(task)), change, caller, acting, "task.cancel")
                                .chain(() -> tellWhatStays(only(open, FileTasks::outlives), change, caller)));
            case REOPENED ->
                tellReopened(change)
                        .chain(() -> change.status() == FileStatus.DRAFT
                                ? ask(change, caller, acting)
                                : Uni.createFrom().voidItem());
        };
    }

    private Uni<List<Task>> open(FileChange change) {
        return tasks.openAbout(Set.of(change.childId()));
    }

    private static List<Task> only(List<Task> open, Predicate<Task> concerned) {
        return open.stream().filter(concerned).toList();
    }

    private static boolean outlives(Task task) {
        return task.taskType.outlivesFile();
    }

    private Uni<Void> ask(FileChange change, Caller caller, Post acting) {
        Task task = FileTask.about(change, caller.workerId(), acting, clock.instant());
        LadderEntry ladder = new LadderEntry(task.id, Ladder.firstLook(task.dueOn, task.dueAt));
        return tasks.add(List.of(task), List.of(ladder))
                .chain(() -> trail.changed(caller, acting, "task.ask", subject(task)))
                .chain(() -> holder(change.responsibleAppointmentId()))
                .chain(found -> found == null || caller.holds(found.appointmentId())
                        ? Uni.createFrom().voidItem()
                        : notifications.tell(TaskNotices.asked(task, found)));
    }

    /** Done where the file is complete, else cancelled with the reason for which it was closed. */
    private Uni<Void> end(List<Task> open, FileChange change, Caller caller, Post acting, String action) {
        Instant now = clock.instant();
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Task task : open) {
            written = written.chain(() -> ended(task, change, caller.workerId(), now))
                    .chain(() -> trail.changed(caller, acting, action, subject(task)));
        }
        List<UUID> ids = open.stream().map(task -> task.id).toList();
        return written.chain(() -> tasks.endLadders(ids)).chain(() -> notifications.withdraw(TaskNotices.TASK, ids));
    }

    /** What protects the child is theirs to do still: a person may cancel it, a closed file does not. */
    private Uni<Void> tellWhatStays(List<Task> staying, FileChange change, Caller caller) {
        Set<UUID> holders = staying.stream()
                .flatMap(task -> Stream.ofNullable(task.assigneeAppointmentId))
                .filter(holder -> !caller.holds(holder))
                .collect(Collectors.toSet());
        return posts.kept(holders)
                .chain(kept -> notifications.tell(staying.stream()
                        .flatMap(task -> Optional.ofNullable(task.assigneeAppointmentId)
                                .flatMap(holder -> Optional.ofNullable(kept.get(holder)))
                                .map(holder -> TaskNotices.outlivesFile(task, holder, change.occurrence()))
                                .stream())
                        .toList()));
    }

    private Uni<Void> ended(Task task, FileChange change, UUID workerId, Instant now) {
        String reason = change.reason();
        TaskAction action = reason == null
                ? new TaskAction.Complete(Ids.next(), FileTask.RESULT, change.childId())
                : new TaskAction.Cancel(Ids.next(), reason);
        UUID holder = task.assigneeAppointmentId;
        action.applyTo(task, now);
        task.touch(now, workerId);
        return tasks.add(new TaskActionEntry(action, task.id, holder, now, workerId));
    }

    private Uni<Void> tellReopened(FileChange change) {
        return holder(change.responsibleAppointmentId())
                .chain(found -> found == null
                        ? Uni.createFrom().voidItem()
                        : notifications.tell(FileTask.reopened(change, found)));
    }

    private Uni<@Nullable InOffice> holder(@Nullable UUID appointmentId) {
        return posts.kept(Stream.ofNullable(appointmentId).toList())
                .map(kept -> kept.values().stream().findFirst().orElse(null));
    }

    private static Subject subject(Task task) {
        return new Subject(TaskNotices.TASK, task.id, task.areaCode);
    }
}
