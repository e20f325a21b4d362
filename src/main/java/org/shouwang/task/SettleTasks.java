package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.policy.FollowUpPolicies;
import org.shouwang.visit.RecordedVisit;
import org.shouwang.visit.VisitListener;

/** Settles what a visit was asked for, whoever holds it, in the visit's own transaction. */
@Singleton
class SettleTasks implements VisitListener {

    private final TaskRepository tasks;
    private final FollowUpPolicies policies;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    SettleTasks(
            TaskRepository tasks, FollowUpPolicies policies, Notifications notifications, Trail trail, Clock clock) {
        this.tasks = tasks;
        this.policies = policies;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Uni<Void> recorded(RecordedVisit visit, Caller caller, Post acting) {
        Set<UUID> subjects = Settling.subjects(visit);
        if (subjects.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tasks.openAbout(subjects)
                .map(open ->
                        open.stream().filter(task -> isAskedFor(task, visit)).toList())
                .chain(settled -> settle(settled, visit, caller, acting));
    }

    private boolean isAskedFor(Task task, RecordedVisit visit) {
        UUID subject = Objects.requireNonNull(task.subjectId);
        return task.taskType.needsVisit() && Settling.isRecentEnough(visit, subject, task.startOn, policies);
    }

    private Uni<Void> settle(List<Task> settled, RecordedVisit visit, Caller caller, Post acting) {
        Instant now = clock.instant();
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Task task : settled) {
            task.settle(visit);
            task.touch(now, caller.workerId());
            Subject subject = new Subject(TaskNotices.TASK, task.id, task.areaCode);
            written = written.chain(() -> trail.changed(caller, acting, "task.settle", subject));
        }
        List<UUID> ids = settled.stream().map(task -> task.id).toList();
        return written.chain(() -> tasks.endLadders(ids)).chain(() -> notifications.withdraw(TaskNotices.TASK, ids));
    }
}
