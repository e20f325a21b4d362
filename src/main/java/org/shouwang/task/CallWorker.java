package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.notification.CallRequests;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.staff.PostsInOffice.InOffice;

/**
 * The task to call a worker whom nothing has reached (电话联系). It names the worker, whose number stands in the list of workers, and
 * not what it is about: that may be of class R. It stands where the post of the caller does, out of sight of the worker's village.
 */
@Singleton
class CallWorker implements CallRequests {

    private static final String RULE = "CALL_WORKER";
    private static final String TITLE = "电话联系";
    private static final String NOTE = "请打电话联系%s：有紧急事项发出后一直没有打开。电话号码见人员名册。";
    private static final String KNOWN = "本人已查看或事项已办结，不必再打";

    private static final Set<RoleCode> CALLERS = Set.of(RoleCode.TOWNSHIP_COORDINATOR, RoleCode.COUNTY_CIVIL_AFFAIRS);

    private static final String OVER =
            "select id from task where id = any($1) and status in ('DONE', 'CONFIRMED', 'CANCELLED')";

    private final TaskRepository tasks;
    private final PostsInOffice posts;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    CallWorker(TaskRepository tasks, PostsInOffice posts, Notifications notifications, Trail trail, Clock clock) {
        this.tasks = tasks;
        this.posts = posts;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<UUID>> ask(Unreached unreached) {
        return posts.at(unreached.place(), CALLERS).chain(there -> TaskPeople.nearestAbove(there.stream()
                        .filter(holder -> !holder.workerId().equals(unreached.workerId()))
                        .toList())
                .stream()
                .findFirst()
                .map(caller -> ask(unreached, caller).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<UUID> ask(Unreached unreached, Holder caller) {
        return posts.seat(caller.post().appointmentId()).chain(area -> posts.name(unreached.workerId())
                .chain(name -> add(task(unreached, caller, area, name), caller)));
    }

    private Task task(Unreached unreached, Holder caller, AreaCode area, String name) {
        Instant now = clock.instant();
        LocalDate today = LocalDays.of(now);
        UUID post = caller.post().appointmentId();
        TaskForm form = new TaskForm(
                Ids.next(),
                TITLE,
                TaskType.OTHER,
                SubjectType.NONE,
                null,
                area,
                post,
                NOTE.formatted(name),
                TaskPriority.URGENT,
                today,
                today,
                null,
                null,
                null);
        Birth birth = new Birth(form.id(), area, RequestHash.of(form), now, caller.workerId());
        return Task.asked(
                birth,
                form,
                post,
                TaskOrigin.RISK_RULE,
                RULE,
                unreached.notificationId().toString());
    }

    private Uni<UUID> add(Task task, Holder caller) {
        return tasks.add(List.of(task), List.of(new LadderEntry(task.id, Ladder.firstLook(task.dueOn, task.dueAt))))
                .chain(() -> trail.changedByRule("task.ask", subject(task)))
                .chain(() -> notifications.tell(TaskNotices.asked(task, InOffice.of(caller))))
                .replaceWith(task.id);
    }

    @Override
    public Uni<Set<UUID>> over(SqlClient client, Collection<UUID> taskIds) {
        return taskIds.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : client.preparedQuery(OVER)
                        .execute(Tuple.tuple().addArrayOfUUID(taskIds.toArray(UUID[]::new)))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getUUID("id"))
                                .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> withdraw(UUID taskId) {
        return tasks.open(List.of(taskId))
                .chain(open -> open.isEmpty() ? Uni.createFrom().voidItem() : cancel(open.get(0)));
    }

    private Uni<Void> cancel(Task task) {
        Instant now = clock.instant();
        TaskAction action = new TaskAction.Cancel(Ids.next(), KNOWN);
        UUID holder = task.assigneeAppointmentId;
        action.applyTo(task, now);
        task.touch(now, task.createdBy);
        return tasks.add(new TaskActionEntry(action, task.id, holder, now, task.createdBy))
                .chain(() -> tasks.endLadders(List.of(task.id)))
                .chain(() -> notifications.withdraw(TaskNotices.TASK, List.of(task.id)))
                .chain(() -> trail.changedByRule("task.cancel", subject(task)));
    }

    private static Subject subject(Task task) {
        return new Subject(TaskNotices.TASK, task.id, task.areaCode);
    }
}
