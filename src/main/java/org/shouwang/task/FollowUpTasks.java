package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;

/** The tasks that follow a case, for the room that owns it. Runs in the session of its use case. */
@Singleton
public class FollowUpTasks {

    private final TaskRepository tasks;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    FollowUpTasks(TaskRepository tasks, Notifications notifications, Trail trail, Clock clock) {
        this.tasks = tasks;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What is to be followed.
     *
     * @param occurrence with the case it stands once
     * @param childId whose home is to be visited; null while it is not known
     * @param assignee who answers for the case
     * @param assigner who sees the task beside its holder
     * @param arose from when somebody knows of the danger: no earlier visit meets it
     */
    public record Wish(
            CaseOwner owner,
            UUID caseId,
            FollowUp work,
            String occurrence,
            @Nullable UUID childId,
            AreaCode area,
            UUID assignee,
            UUID assigner,
            Instant arose,
            LocalDate dueOn) {}

    /** Makes the task, and answers its id. Its holder knows of the case and is told no more. */
    public Uni<UUID> ask(Wish wish, UUID workerId, Post acting) {
        Instant now = clock.instant();
        TaskForm form = new TaskForm(
                Ids.next(),
                wish.work().title,
                wish.work().type,
                wish.childId() == null ? SubjectType.NONE : SubjectType.CHILD,
                wish.childId(),
                wish.area(),
                wish.assignee(),
                null,
                wish.work().priority,
                startOn(wish, now),
                wish.dueOn(),
                null,
                null,
                null);
        Birth birth = new Birth(form.id(), wish.area(), RequestHash.of(form), now, workerId);
        Task task = Task.asked(
                birth,
                form,
                wish.assigner(),
                TaskOrigin.RISK_RULE,
                wish.owner().name(),
                wish.caseId() + "/" + wish.occurrence());
        task.aroseAt = wish.arose();
        LadderEntry ladder = new LadderEntry(task.id, Ladder.firstLook(task.dueOn, task.dueAt));
        return tasks.add(List.of(task), List.of(ladder))
                .chain(() -> trail.changed(
                        workerId, acting, "task.ask", new Subject(TaskNotices.TASK, task.id, task.areaCode)))
                .replaceWith(task.id);
    }

    /** What is heard of late may be due before today, and is late at once. */
    private static LocalDate startOn(Wish wish, Instant now) {
        LocalDate today = LocalDays.of(now);
        return wish.dueOn().isBefore(today) ? wish.dueOn() : today;
    }

    /** Those of the tasks that are open still. */
    public Uni<List<UUID>> open(Collection<UUID> ids) {
        return held(ids).map(open -> open.stream().map(task -> task.id).toList());
    }

    /** Those of the tasks that somebody has done. */
    public Uni<List<UUID>> done(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tasks.byIds(ids).map(found -> found.stream()
                        .filter(task -> task.status == TaskStatus.DONE || task.status == TaskStatus.CONFIRMED)
                        .map(task -> task.id)
                        .toList());
    }

    /** Ends those of the tasks that are open: the case is closed, or what they looked after is over. */
    public Uni<Void> end(Collection<UUID> ids, UUID workerId, Post acting) {
        return held(ids).chain(open -> {
            Uni<Void> ended = Uni.createFrom().voidItem();
            for (Task task : open) {
                ended = ended.chain(() -> cancel(task, workerId, acting));
            }
            List<UUID> over = open.stream().map(task -> task.id).toList();
            return ended.chain(() -> tasks.endLadders(over))
                    .chain(() -> notifications.withdraw(TaskNotices.TASK, over));
        });
    }

    private Uni<Void> cancel(Task task, UUID workerId, Post acting) {
        Instant now = clock.instant();
        UUID holder = task.assigneeAppointmentId;
        TaskAction action = new TaskAction.Cancel(Ids.next(), "个案已结束");
        action.applyTo(task, now);
        task.touch(now, workerId);
        return tasks.add(new TaskActionEntry(action, task.id, holder, now, workerId))
                .chain(() -> trail.changed(
                        workerId, acting, "task.cancel", new Subject(TaskNotices.TASK, task.id, task.areaCode)));
    }

    /** Gives those of the tasks that are open to whoever answers for the case now. */
    public Uni<Void> give(Collection<UUID> ids, UUID assignee, UUID workerId, Post acting) {
        return held(ids).chain(open -> {
            Uni<Void> given = Uni.createFrom().voidItem();
            for (Task task : open) {
                if (!assignee.equals(task.assigneeAppointmentId)) {
                    given = given.chain(() -> give(task, assignee, workerId, acting));
                }
            }
            return given;
        });
    }

    private Uni<Void> give(Task task, UUID assignee, UUID workerId, Post acting) {
        Instant now = clock.instant();
        UUID holder = task.assigneeAppointmentId;
        TaskAction action = new TaskAction.Reassign(Ids.next(), assignee, "个案移交");
        action.applyTo(task, now);
        task.touch(now, workerId);
        if (task.assignerAppointmentId.equals(holder)) {
            task.assignerAppointmentId = assignee;
        }
        return tasks.add(new TaskActionEntry(action, task.id, holder, now, workerId))
                .chain(() -> tasks.ladder(task.id))
                .invoke(ladder -> ladder.holderChanged(Ladder.lookAfterHandover(task.dueOn, task.dueAt, now)))
                .chain(() -> trail.changed(
                        workerId, acting, "task.reassign", new Subject(TaskNotices.TASK, task.id, task.areaCode)));
    }

    /** The case has gone to another place: its tasks go along, and whoever leads it there sees the open ones beside their holders. */
    public Uni<Void> moved(Collection<UUID> ids, AreaCode area, UUID assigner, UUID workerId, Post acting) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return held(ids).chain(open -> tasks.byIds(ids).chain(all -> {
            Uni<Void> gone = Uni.createFrom().voidItem();
            for (Task task : all) {
                task.areaCode = area;
                if (open.contains(task)) {
                    task.assignerAppointmentId = assigner;
                    task.touch(clock.instant(), workerId);
                    Subject subject = new Subject(TaskNotices.TASK, task.id, area);
                    gone = gone.chain(() -> trail.changed(workerId, acting, "task.move", subject));
                }
            }
            return gone;
        }));
    }

    private Uni<List<Task>> held(Collection<UUID> ids) {
        return tasks.open(new ArrayList<>(ids));
    }
}
