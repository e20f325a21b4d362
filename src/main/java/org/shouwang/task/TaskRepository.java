package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks in the session of a use case. */
@Singleton
class TaskRepository implements PanacheRepositoryBase<Task, UUID> {

    /** In the order of their ids, so that two visits to the same children never wait for each other in a ring. */
    private static final String SETTLE = """
            with settled as (
                update task
                set status = 'DONE', done_at = :doneAt, result_type = 'VISIT', result_id = :visit,
                    updated_at = :now, updated_by = :worker, version = version + 1
                where id in (
                    select id
                    from task
                    where subject_id in (:subjects)
                      and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
                      and ((subject_type = 'CHILD'
                            and task_type in ('VISIT', 'FIRST_VISIT', 'INCIDENT_FOLLOW', 'WARNING_LETTER_VISIT'))
                           or (subject_type = 'HOUSEHOLD' and task_type = 'VISIT'))
                    order by id
                    for update)
                returning id)
            update task_ladder
            set next_alert_at = null
            from settled
            where task_ladder.task_id = settled.id
            """;

    private static final String CLAIM = """
            select l.*
            from task_ladder l
            join task t on t.id = l.task_id
            where l.task_id in (:ids) and l.next_alert_at <= :now
            order by l.task_id
            for update of l, t skip locked
            """;

    Uni<List<Task>> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** The task, held against every other move until the transaction ends. */
    Uni<@Nullable Task> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<Void> add(Collection<Task> tasks, Collection<LadderEntry> ladders) {
        return getSession().chain(session -> session.persistAll(tasks.toArray())
                .chain(() -> session.persistAll(ladders.toArray()))
                .chain(session::flush));
    }

    Uni<@Nullable TaskActionEntry> action(UUID id) {
        return getSession().chain(session -> session.find(TaskActionEntry.class, id));
    }

    Uni<Void> add(TaskActionEntry action) {
        return getSession().chain(session -> session.persist(action));
    }

    /** Sets when the ladder looks at a task again; null is never. */
    Uni<Void> lookAgain(UUID taskId, @Nullable Instant at) {
        return getSession()
                .chain(session -> session.find(LadderEntry.class, taskId))
                .invoke(entry -> entry.nextAlertAt = at)
                .replaceWithVoid();
    }

    /** Settles every open visit task about these subjects, whoever holds it. */
    Uni<Integer> settle(Set<UUID> subjects, UUID visit, Instant doneAt, Instant now, UUID worker) {
        return getSession().chain(session -> session.createNativeQuery(SETTLE)
                .setParameter("subjects", subjects)
                .setParameter("visit", visit)
                .setParameter("doneAt", doneAt)
                .setParameter("now", now)
                .setParameter("worker", worker)
                .executeUpdate());
    }

    /** Those of the tasks that are still due to be looked at and that nobody else looks at or moves now. */
    Uni<List<LadderEntry>> claim(Collection<UUID> ids, Instant now) {
        return getSession().chain(session -> session.createNativeQuery(CLAIM, LadderEntry.class)
                .setParameter("ids", ids)
                .setParameter("now", now)
                .getResultList());
    }
}
