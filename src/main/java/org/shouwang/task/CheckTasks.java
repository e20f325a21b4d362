package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.visit.RecordedVisit;
import org.shouwang.visit.VisitListener;

/**
 * The tasks to verify visits that were drawn (抽查), for the room that draws them. That it was found right ends them: what was
 * returned waits for its author, and is verified once more. Runs in the session of a use case.
 */
@Singleton
public class CheckTasks implements VisitListener {

    /** Names nobody: a title may be seen on a lock screen. */
    private static final String TITLE = "走访记录核查";

    private final TaskRepository tasks;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    CheckTasks(TaskRepository tasks, Notifications notifications, Trail trail, Clock clock) {
        this.tasks = tasks;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A visit that is to be verified.
     *
     * @param assigner post in whose name it is asked
     * @param worker who holds that post
     * @param assignee post that verifies it, null where nobody is there
     * @param grave whether a child may be in danger
     */
    public record Wish(
            UUID visitId,
            UUID householdId,
            AreaCode area,
            UUID assigner,
            UUID worker,
            @Nullable UUID assignee,
            boolean grave,
            LocalDate dueOn) {}

    /** Makes the tasks. Nobody is told of each: the daily summary counts what is due. */
    public Uni<Void> make(List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        List<Task> made = wishes.stream().map(wish -> task(wish, now)).toList();
        Uni<Void> written = tasks.add(
                made,
                made.stream()
                        .map(task -> new LadderEntry(task.id, Ladder.firstLook(task.dueOn, task.dueAt)))
                        .toList());
        for (Task task : made) {
            written = written.chain(() -> trail.changedByRule("task.make", subject(task)));
        }
        return written;
    }

    private static Task task(Wish wish, Instant now) {
        TaskForm form = new TaskForm(
                Ids.next(),
                TITLE,
                TaskType.VERIFY,
                SubjectType.HOUSEHOLD,
                wish.householdId(),
                null,
                wish.assigner(),
                null,
                wish.grave() ? TaskPriority.HIGH : TaskPriority.LOW,
                LocalDays.of(now),
                wish.dueOn(),
                null,
                null,
                null);
        Birth birth = new Birth(form.id(), wish.area(), RequestHash.of(form), now, wish.worker());
        Task task = Task.asked(
                birth,
                form,
                wish.assigner(),
                TaskOrigin.POLICY,
                Task.SAMPLE,
                wish.visitId().toString());
        task.assigneeAppointmentId = wish.assignee();
        return task;
    }

    @Override
    public Uni<Void> recorded(RecordedVisit visit, Caller caller, Post acting) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> verified(RecordedVisit visit, Caller caller, Post acting) {
        return tasks.openAbout(Set.of(visit.householdId())).chain(open -> {
            Instant now = clock.instant();
            List<Task> asked =
                    open.stream().filter(task -> task.asksToVerify(visit.id())).toList();
            Uni<Void> written = Uni.createFrom().voidItem();
            for (Task task : asked) {
                new TaskAction.Complete(Ids.next(), SettleTasks.VISIT_RESULT, visit.id()).applyTo(task, now);
                task.touch(now, caller.workerId());
                written = written.chain(() -> trail.changed(caller, acting, "task.settle", subject(task)));
            }
            List<UUID> over = asked.stream().map(task -> task.id).toList();
            return written.chain(() -> tasks.endLadders(over))
                    .chain(() -> notifications.withdraw(TaskNotices.TASK, over));
        });
    }

    private static Subject subject(Task task) {
        return new Subject(TaskNotices.TASK, task.id, task.areaCode);
    }
}
