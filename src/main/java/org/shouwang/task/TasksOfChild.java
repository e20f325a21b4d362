package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Grade;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.register.move.GoesWithChild;
import org.shouwang.staff.Posts.Holder;

/**
 * Tasks go with the child that they are about, with their due days. Open ones are new tasks of whoever looks after the child
 * there; to check the village's work is for who coordinates, and what follows a case
 * stays with its holder. Each is told once of all; without anybody there they are nobody's,
 * and their ladder begins above.
 */
@Singleton
class TasksOfChild implements GoesWithChild {

    private static final String PLACE = """
            update task set area_code = :to where subject_id in (:subjects) and area_code <> :to
            """;

    /** In the order of their ids, as visits lock what they settle. Whose post holds in both villages keeps what it holds. */
    private static final String OPEN = """
            select cast(id as text) || '/' || task_type from task
            where subject_id in (:subjects) and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') and task_type <> 'INCIDENT_FOLLOW'
              and rule not in ('CHILD_VIOLENCE', 'WOMAN_VIOLENCE')
              and coalesce(assignee_appointment_id <> all(cast(:staying as uuid[])), true)
            order by id
            for no key update
            """;

    private static final String GIVE = """
            with before as (
                select id, assignee_appointment_id from task where id in (:ids)),
            given as (
                update task
                set assignee_appointment_id = cast(:assignee as uuid), status = 'NEW', return_reason = null, updated_at = :at,
                    updated_by = :worker
                where id in (:ids)
                returning id)
            insert into task_action (id, task_id, action, request_hash, created_at, created_by, held_before)
            select gen_random_uuid(), id, 'REASSIGN', :request, :at, :worker, assignee_appointment_id
            from given join before using (id)
            """;

    private final HandedOverTasks handedOver;
    private final TaskRepository tasks;
    private final Notifications notifications;
    private final Trail trail;

    TasksOfChild(HandedOverTasks handedOver, TaskRepository tasks, Notifications notifications, Trail trail) {
        this.handedOver = handedOver;
        this.tasks = tasks;
        this.notifications = notifications;
        this.trail = trail;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Uni<Void> follow(Moved moved) {
        List<UUID> subjects = Stream.concat(moved.childIds().stream(), moved.household().stream())
                .toList();
        return Panache.getSession().chain(session -> session.createNativeQuery(OPEN, String.class)
                .setParameter("subjects", subjects)
                .setParameter("staying", moved.staff().posts().toArray(UUID[]::new))
                .getResultList()
                .chain(open -> session.createNativeQuery(PLACE)
                        .setParameter("to", moved.to().value())
                        .setParameter("subjects", subjects)
                        .executeUpdate()
                        .chain(() -> given(session, open, moved))));
    }

    /** To each who works there what is his or hers. */
    private Uni<Void> given(Mutiny.Session session, List<String> open, Moved moved) {
        Map<Optional<Holder>, List<UUID>> receivers = new LinkedHashMap<>();
        for (String row : open) {
            String[] parts = row.split("/", -1);
            receivers
                    .computeIfAbsent(receiver(TaskType.valueOf(parts[1]), moved.staff()), to -> new ArrayList<>())
                    .add(UUID.fromString(parts[0]));
        }
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Map.Entry<Optional<Holder>, List<UUID>> one : receivers.entrySet()) {
            done = done.chain(() -> give(session, one.getValue(), one.getKey(), moved));
        }
        return done;
    }

    private static Optional<Holder> receiver(TaskType type, Staff staff) {
        return type == TaskType.VERIFY ? staff.coordinator() : staff.carer();
    }

    private Uni<Void> give(Mutiny.Session session, List<UUID> ids, Optional<Holder> receiver, Moved moved) {
        @Nullable
        UUID assignee = receiver.map(holder -> holder.post().appointmentId()).orElse(null);
        return session.createNativeQuery(GIVE)
                .setParameter("assignee", assignee)
                .setParameter("ids", ids)
                .setParameter("at", moved.at())
                .setParameter("worker", moved.caller().workerId())
                .setParameter("request", moved.request().bytes())
                .executeUpdate()
                .chain(() -> tasks.byIds(ids))
                .call(given -> handedOver.beginLadders(given, moved.from(), moved.to(), moved.at()))
                .call(() -> notifications.withdraw(TaskNotices.TASK, ids))
                .call(given -> receiver.map(holder -> notifications.tell(notice(given, holder, moved)))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(given -> written(given, moved));
    }

    private static Notice notice(List<Task> given, Holder holder, Moved moved) {
        TaskPriority mostUrgent = given.stream()
                .map(task -> task.priority)
                .max(Comparator.naturalOrder())
                .orElse(TaskPriority.NORMAL);
        return new Notice(
                        holder.workerId(),
                        holder.workerNumber(),
                        holder.post().appointmentId(),
                        "tasks-came-along",
                        moved.moveId().toString(),
                        holder.workerId().equals(moved.caller().workerId()) ? Push.NONE : mostUrgent.push(),
                        "appointment",
                        holder.post().appointmentId(),
                        Optional.of(given.stream().map(task -> task.dueOn))
                                .flatMap(days -> days.min(Comparator.naturalOrder()))
                                .orElse(null))
                .graded(Grade.NONE);
    }

    private Uni<Void> written(List<Task> given, Moved moved) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Task task : given) {
            done = done.chain(() -> trail.changed(
                    moved.caller(), moved.acting(), "task.move", new Subject(TaskNotices.TASK, task.id, moved.to())));
        }
        return done;
    }
}
