package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.register.move.GoesWithChild;
import org.shouwang.staff.Posts.Holder;

/**
 * Tasks go with the child that they are about, with their due days. Open ones are new tasks of whoever looks after the child
 * there, who is told once of all; without anybody there they wait for who coordinates.
 */
@Singleton
class TasksOfChild implements GoesWithChild {

    private static final String PLACE = """
            update task set area_code = :to where subject_id in (:subjects) and area_code <> :to
            """;

    /** In the order of their ids, as visits lock what they settle. Whose post holds in both villages keeps what it holds. */
    private static final String OPEN = """
            select id from task t
            where subject_id in (:subjects) and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
              and not exists (
                  select 1 from appointment p join area a on a.code = p.area_code
                  where p.id = t.assignee_appointment_id and a.code <= :to and a.code_end > :to)
            order by id
            for no key update
            """;

    private static final String GIVE = """
            with before as (
                select id, assignee_appointment_id from task where id in (:ids)),
            given as (
                update task
                set assignee_appointment_id = cast(:carer as uuid), status = 'NEW', updated_at = :at, updated_by = :worker
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
        @Nullable
        UUID carer = moved.carer().map(holder -> holder.post().appointmentId()).orElse(null);
        return Panache.getSession().chain(session -> session.createNativeQuery(OPEN, UUID.class)
                .setParameter("subjects", subjects)
                .setParameter("to", moved.to().value())
                .getResultList()
                .chain(open -> session.createNativeQuery(PLACE)
                        .setParameter("to", moved.to().value())
                        .setParameter("subjects", subjects)
                        .executeUpdate()
                        .chain(() ->
                                open.isEmpty() ? Uni.createFrom().voidItem() : give(session, open, carer, moved))));
    }

    private Uni<Void> give(Mutiny.Session session, List<UUID> ids, @Nullable UUID carer, Moved moved) {
        return session.createNativeQuery(GIVE)
                .setParameter("carer", carer)
                .setParameter("ids", ids)
                .setParameter("at", moved.at())
                .setParameter("worker", moved.caller().workerId())
                .setParameter("request", moved.request().bytes())
                .executeUpdate()
                .chain(() -> tasks.byIds(ids))
                .call(given -> handedOver.beginLadders(given, moved.from(), moved.to(), moved.at()))
                .call(() -> notifications.withdraw(TaskNotices.TASK, ids))
                .call(given -> told(given, moved))
                .chain(given -> written(given, moved));
    }

    private Uni<Void> told(List<Task> given, Moved moved) {
        return moved.carer()
                .map(carer -> notifications.tell(notice(given, carer, moved)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Notice notice(List<Task> given, Holder carer, Moved moved) {
        TaskPriority mostUrgent = given.stream()
                .map(task -> task.priority)
                .max(Comparator.naturalOrder())
                .orElse(TaskPriority.NORMAL);
        return new Notice(
                carer.workerId(),
                carer.workerNumber(),
                carer.post().appointmentId(),
                "tasks-came-along",
                moved.moveId().toString(),
                carer.workerId().equals(moved.caller().workerId()) ? Push.NONE : mostUrgent.push(),
                "appointment",
                carer.post().appointmentId(),
                Optional.of(given.stream().map(task -> task.dueOn))
                        .flatMap(days -> days.min(Comparator.naturalOrder()))
                        .orElse(null));
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
