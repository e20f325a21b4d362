package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.SessionSql;

/** Tasks in the session of a use case. */
@Singleton
class TaskRepository implements PanacheRepositoryBase<Task, UUID> {

    /** In the order of their ids, so that two visits to the same children never wait for each other in a ring. */
    private static final String OPEN_ABOUT = "subjectId in ?1 and status in ?2 order by id";

    private static final String PLANNED = "subjectType = CHILD and subjectId in ?1 and rule in ?2";

    /** Served by task_campaign. */
    private static final String OF_CAMPAIGN =
            "rule = 'CAMPAIGN' and occurrence = ?1 and id > ?2 and status in ?3 order by id";

    private static final String LAST_GIVEN = """
            from TaskActionEntry
            where taskId = :task and heldBefore in :appointments and action in :lost
            order by createdAt desc
            """;

    private static final String CLAIM = """
            select l.*
            from task_ladder l
            join task t on t.id = l.task_id
            where l.task_id in (:ids) and l.next_alert_at <= :now
            order by l.task_id
            for update of l, t skip locked
            """;

    private static final String HOLDERS = """
            select distinct assignee_appointment_id from task
            where subject_id = any($1) and subject_type = 'CHILD' and origin = 'POLICY'
              and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') and assignee_appointment_id is not null
            """;

    /** As a level that changes does it (V034). */
    private static final String WAKE = """
            with waiting as materialized (
                select l.task_id
                from task t
                join task_ladder l on l.task_id = t.id
                where t.subject_id = any($1) and t.subject_type = 'CHILD' and t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
                  and coalesce(t.due_at, (t.due_on + 1)::timestamp at time zone 'Asia/Shanghai') <= $2
                  and (l.next_alert_at is null or l.next_alert_at > $2)
                order by l.task_id
                for no key update of l)
            update task_ladder l set next_alert_at = $2 from waiting where l.task_id = waiting.task_id
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

    /** Whether one of these appointments held the task before and gave it away, or lost it. */
    Uni<Boolean> wasHeldBy(Collection<UUID> appointments, UUID taskId) {
        return count("from TaskActionEntry where taskId = ?1 and heldBefore in ?2", taskId, appointments)
                .map(times -> times > 0);
    }

    /** The last time that one of these appointments lost the task. */
    Uni<Optional<LateMove.Given>> lastGivenAway(Collection<UUID> appointments, UUID taskId) {
        return getSession().chain(session -> session.createSelectionQuery(LAST_GIVEN, TaskActionEntry.class)
                .setParameter("task", taskId)
                .setParameter("appointments", appointments)
                .setParameter("lost", Set.of(TaskAction.Kind.RETURN, TaskAction.Kind.REASSIGN))
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream()
                        .findFirst()
                        .map(entry -> new LateMove.Given(Objects.requireNonNull(entry.heldBefore), entry.createdAt))));
    }

    /** Whether another worker than this one has given the task to somebody since. */
    Uni<Boolean> givenSince(UUID taskId, Instant since, UUID workerId) {
        return count(
                        "from TaskActionEntry where taskId = ?1 and action = ?2 and createdAt > ?3 and createdBy <> ?4",
                        taskId,
                        TaskAction.Kind.REASSIGN,
                        since,
                        workerId)
                .map(times -> times > 0);
    }

    Uni<Void> add(TaskActionEntry action) {
        return getSession().chain(session -> session.persist(action));
    }

    /** Where a task stands on the ladder; every task has such a row. */
    Uni<LadderEntry> ladder(UUID taskId) {
        return getSession().chain(session -> session.find(LadderEntry.class, taskId));
    }

    /** The same of many, in one statement: each is found at once afterwards. */
    Uni<Void> readLadders(Collection<UUID> taskIds) {
        return taskIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : getSession()
                        .chain(session -> session.find(LadderEntry.class, taskIds.toArray()))
                        .replaceWithVoid();
    }

    /** Late tasks about these children are looked at now: other days may hold for whoever is to be told. */
    Uni<Void> wakeLateLadders(Collection<UUID> children, Instant now) {
        return children.isEmpty()
                ? Uni.createFrom().voidItem()
                : SessionSql.update(WAKE, children.toArray(UUID[]::new), now.atOffset(ZoneOffset.UTC))
                        .replaceWithVoid();
    }

    /** Nobody is told of these tasks any more. */
    Uni<Void> endLadders(Collection<UUID> taskIds) {
        if (taskIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return update("update LadderEntry set nextAlertAt = null where taskId in ?1", taskIds)
                .replaceWithVoid();
    }

    /** The open tasks about these subjects, held against every other move until the transaction ends. */
    Uni<List<Task>> openAbout(Set<UUID> subjects) {
        return find(OPEN_ABOUT, subjects, TaskStatus.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The posts that hold what the matrix asks for these children. */
    Uni<Set<UUID>> holdersOfPlanned(Collection<UUID> children) {
        return SessionSql.rows(HOLDERS, (Object) children.toArray(UUID[]::new)).map(rows -> rows.stream()
                .map(row -> (UUID) Objects.requireNonNull(row[0]))
                .collect(Collectors.toCollection(HashSet::new)));
    }

    /** What the matrix asks for these children and is open, held against every other move until the transaction ends. */
    Uni<List<Task>> openPlanned(Collection<UUID> children) {
        return find(PLANNED + " and status in ?3 order by id", children, PlannedTask.RULES, TaskStatus.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** What the matrix asked for these children under one of these occurrences, and what is over; held like open ones. */
    Uni<List<Task>> plannedAndOver(Collection<UUID> children, Collection<String> occurrences) {
        return find(
                        PLANNED + " and occurrence in ?3 and status not in ?4 order by id",
                        children,
                        PlannedTask.RULES,
                        occurrences,
                        TaskStatus.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of the tasks that are open, held against every other move until the transaction ends. */
    Uni<List<Task>> open(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : find("id in ?1 and status in ?2 order by id", ids, TaskStatus.OPEN)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** The next open tasks of a campaign in the order of their ids, held against every other move until the transaction ends. */
    Uni<List<Task>> openOfCampaign(UUID campaign, UUID after, int atMost) {
        return find(OF_CAMPAIGN, campaign.toString(), after, TaskStatus.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, atMost)
                .list();
    }

    /** Those of the tasks that are still due to be looked at and that nobody else looks at or moves now. */
    Uni<List<LadderEntry>> claim(Collection<UUID> ids, Instant now) {
        return getSession().chain(session -> session.createNativeQuery(CLAIM, LadderEntry.class)
                .setParameter("ids", ids)
                .setParameter("now", now)
                .getResultList());
    }
}
