package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.policy.FollowUpPolicies;
import org.shouwang.task.Settling.Asked;
import org.shouwang.task.plan.LevelsThen;
import org.shouwang.visit.RecordedVisit;
import org.shouwang.visit.VisitListener;

/** Settles what a visit was asked for, whoever holds it, in the visit's own transaction. */
@Singleton
class SettleTasks implements VisitListener {

    /** What a task that a visit settled calls its result. */
    static final String VISIT_RESULT = "VISIT";

    private final TaskRepository tasks;
    private final SettledTasks settledTasks;
    private final ReopenTasks reopenTasks;
    private final FollowUpPolicies policies;
    private final LevelsThen levels;
    private final Notifications notifications;
    private final FollowUpListeners followUps;
    private final Trail trail;
    private final Clock clock;

    SettleTasks(
            TaskRepository tasks,
            SettledTasks settledTasks,
            ReopenTasks reopenTasks,
            FollowUpPolicies policies,
            LevelsThen levels,
            Notifications notifications,
            FollowUpListeners followUps,
            Trail trail,
            Clock clock) {
        this.tasks = tasks;
        this.settledTasks = settledTasks;
        this.reopenTasks = reopenTasks;
        this.policies = policies;
        this.levels = levels;
        this.notifications = notifications;
        this.followUps = followUps;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Uni<Void> recorded(RecordedVisit visit, Caller caller, Post acting) {
        return asOfTheDay(visit)
                .chain(judged -> open(judged).map(open -> open.stream()
                        .filter(task -> settles(judged, task))
                        .toList()))
                .chain(settled -> settle(settled, visit, caller, acting));
    }

    /**
     * What the amendment alone changes: tasks that the visit settled and settles no longer are open again, open ones that it
     * did not settle and settles now are done. A task of today is not settled by another word in a visit of yesterday.
     */
    @Override
    public Uni<Void> amended(RecordedVisit before, RecordedVisit now, Caller caller, Post acting) {
        return asOfTheDay(before)
                .chain(then -> asOfTheDay(now).chain(judged -> judgedAnew(then, judged, caller, acting)));
    }

    private Uni<Void> judgedAnew(RecordedVisit before, RecordedVisit now, Caller caller, Post acting) {
        return settledTasks
                .by(now.id())
                .map(settled -> settled.stream()
                        .filter(task -> Settling.unsettles(before, now, Asked.of(task), policies.at(task.areaCode)))
                        .toList())
                .chain(lost -> reopenTasks.reopen(lost, caller, acting))
                .chain(() -> open(now))
                .map(open -> open.stream()
                        .filter(task -> settles(now, task) && !settles(before, task))
                        .toList())
                .chain(gained -> settle(gained, now, caller, acting));
    }

    /** Somebody has looked: what the visit settled is confirmed. */
    @Override
    public Uni<Void> verified(RecordedVisit visit, Caller caller, Post acting) {
        return settledTasks.by(visit.id()).chain(settled -> {
            Instant now = clock.instant();
            Uni<Void> written = Uni.createFrom().voidItem();
            for (Task task : settled) {
                task.status = TaskStatus.CONFIRMED;
                task.touch(now, caller.workerId());
                Subject subject = new Subject(TaskNotices.TASK, task.id, task.areaCode);
                written = written.chain(() -> trail.changed(caller, acting, "task.confirm", subject));
            }
            return written;
        });
    }

    private Uni<RecordedVisit> asOfTheDay(RecordedVisit visit) {
        return levels.followedClosely(Settling.judgedByTheDay(visit), visit.startedAt())
                .map(closely -> Settling.asOfTheDay(visit, closely));
    }

    private Uni<List<Task>> open(RecordedVisit visit) {
        Set<UUID> subjects = Settling.subjects(visit);
        return subjects.isEmpty() ? Uni.createFrom().item(List.of()) : tasks.openAbout(subjects);
    }

    private boolean settles(RecordedVisit visit, Task task) {
        return Settling.settles(visit, Asked.of(task), policies.at(task.areaCode));
    }

    private Uni<Void> settle(List<Task> settled, RecordedVisit visit, Caller caller, Post acting) {
        if (settled.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Task task : settled) {
            task.settle(visit);
            task.touch(now, caller.workerId());
            Subject subject = new Subject(TaskNotices.TASK, task.id, task.areaCode);
            written = written.chain(() -> trail.changed(caller, acting, "task.settle", subject));
        }
        List<UUID> ids = settled.stream().map(task -> task.id).toList();
        return written.chain(() -> tasks.endLadders(ids))
                .chain(() -> notifications.withdraw(TaskNotices.TASK, ids))
                .chain(() -> followUps.ended(settled, caller, acting));
    }
}
