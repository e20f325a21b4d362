package org.shouwang.notification;

import static org.shouwang.notification.DeliveryRows.utc;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.notification.NextStep.SmsState;

/** Which notices are followed up, and how far that is. Leases count in the database's own time. */
@Singleton
class UnopenedRows {

    /** All that is due for a worker goes to one node, so that it can be one message. What cannot wait comes first. */
    private static final String CLAIM = """
            with due as materialized (
                select worker_id
                from (
                    (select worker_id, next_look_at, false as patient from reach
                     where next_look_at <= $1 and grade <> 'HIGH' and (leased_until is null or leased_until < clock_timestamp())
                     order by next_look_at
                     limit $2)
                    union all
                    (select worker_id, next_look_at, true from reach
                     where next_look_at <= $1 and grade = 'HIGH' and (leased_until is null or leased_until < clock_timestamp())
                     order by next_look_at
                     limit $2)) found
                order by patient, next_look_at
                limit $2),
            held as materialized (
                select r.notification_id from reach r
                where r.worker_id in (select worker_id from due) and r.next_look_at <= $1
                  and (r.leased_until is null or r.leased_until < clock_timestamp())
                for update of r skip locked)
            update reach r
            set lease_owner = $3, leased_until = clock_timestamp() + make_interval(secs => $4)
            from held
            where r.notification_id = held.notification_id
            returning r.notification_id
            """;

    private static final String FACTS = """
            select r.notification_id, r.worker_id, r.appointment_id, r.subject_id, r.grade, r.told_at, r.sms_state, r.sms_id,
                   r.sms_attempts, r.call_task_id, n.event, n.subject_type, n.urgent, n.read_at,
                   exists (select from notification later
                           where later.worker_id = r.worker_id and later.created_at > r.told_at
                             and later.read_at is not null) as inbox_seen,
                   a.status <> 'ENDED' as in_office, coalesce(a.area_code, o.area_code) as place,
                   (select max(l.sms_at) from reach l where l.worker_id = r.worker_id and l.sms_at is not null) as last_sms
            from reach r
            join notification n on n.id = r.notification_id
            join appointment a on a.id = r.appointment_id
            left join organisation o on o.id = a.organisation_id
            where r.notification_id = any($1)
            order by r.grade = 'HIGH', r.worker_id, r.told_at, r.notification_id
            """;

    /** What was read at this moment is left out. */
    private static final String UNREAD = """
            select r.notification_id
            from reach r join notification n on n.id = r.notification_id
            where r.notification_id = any($1) and r.lease_owner = $2 and r.sms_state is null and n.read_at is null
            order by r.notification_id
            for update of r
            """;

    private static final String BEGIN = """
            update reach set sms_id = $2, sms_state = 'SENDING', sms_at = $3 where notification_id = any($1)
            """;

    private static final String RENEW = """
            update reach set leased_until = clock_timestamp() + make_interval(secs => $3)
            where notification_id = any($1) and lease_owner = $2
            returning notification_id
            """;

    private static final String SETTLE = """
            update reach
            set sms_state = $3, sms_attempts = $6, sms_error = $4, next_look_at = $5, lease_owner = null,
                leased_until = null
            where notification_id = any($1) and lease_owner = $2
            """;

    private static final String WAIT = """
            update reach set next_look_at = $3, lease_owner = null, leased_until = null
            where notification_id = any($1) and lease_owner = $2
            """;

    /** A message that nobody tries any more is not on its way. */
    private static final String END = """
            update reach
            set next_look_at = null, ended = $3, lease_owner = null, leased_until = null,
                sms_state = case sms_state when 'SENDING' then 'FAILED' else sms_state end
            where notification_id = $1 and lease_owner = $2
            """;

    /** Two nodes that would ask for a call to one worker wait for each other here; whoever appoints the worker waits for neither. */
    private static final String ALONE = "select 1 from worker where id = :worker for no key update";

    private static final String CALL_OF = """
            select cast(call_task_id as text) from reach
            where worker_id = :worker and subject_id = :subject and call_task_id is not null and next_look_at is not null
            limit 1
            """;

    private static final String CALLED_FOR_OTHERS = """
            select 1 from reach
            where worker_id = $1 and notification_id <> $2 and call_task_id = $3 and next_look_at is not null
            limit 1
            """;

    private static final String CALLED = """
            update reach
            set call_task_id = :task, next_look_at = :look, lease_owner = null, leased_until = null
            where notification_id = :id
            """;

    private final Pool pool;

    UnopenedRows(Pool pool) {
        this.pool = pool;
    }

    /**
     * Leases what is due, whole workers.
     *
     * @param lease a name that no other claim has
     * @param workers looked at, at most
     */
    Uni<List<Unopened>> claim(UUID lease, Instant now, int workers) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(utc(now), workers, lease, (double) DeliveryRows.LEASE.toSeconds()))
                .map(rows -> ids(rows).toArray(UUID[]::new))
                .chain(ids -> ids.length == 0
                        ? Uni.createFrom().item(List.of())
                        : pool.preparedQuery(FACTS)
                                .execute(Tuple.tuple().addArrayOfUUID(ids))
                                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                        .map(Unopened::of)
                                        .toList()));
    }

    /** Those that still wait for an SMS and are not read, held until the transaction ends. */
    Uni<List<UUID>> unread(SqlConnection transaction, UUID lease, Collection<UUID> ids) {
        return transaction
                .preparedQuery(UNREAD)
                .execute(Tuple.of(ids.toArray(UUID[]::new), lease))
                .map(UnopenedRows::ids);
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("notification_id"))
                .toList();
    }

    /** One message stands for all of these from now on. */
    Uni<Void> begin(SqlConnection transaction, Collection<UUID> ids, UUID smsId, Instant now) {
        return transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.of(ids.toArray(UUID[]::new), smsId, utc(now)))
                .replaceWithVoid();
    }

    /** What became of an attempt. */
    record Settled(SmsState state, int attempts, String reason, Instant nextLookAt) {}

    /** Those that this claim still holds, which it holds for as long again. */
    Uni<List<UUID>> renew(UUID lease, Collection<UUID> ids) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(ids.toArray(UUID[]::new), lease, (double) DeliveryRows.LEASE.toSeconds()))
                .map(UnopenedRows::ids);
    }

    Uni<Void> settle(UUID lease, Collection<UUID> ids, Settled settled) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.of(
                        ids.toArray(UUID[]::new),
                        lease,
                        settled.state().name(),
                        settled.reason(),
                        utc(settled.nextLookAt()),
                        settled.attempts()))
                .replaceWithVoid();
    }

    Uni<Integer> await(UUID lease, Collection<UUID> ids, Instant until) {
        return pool.preparedQuery(WAIT)
                .execute(Tuple.of(ids.toArray(UUID[]::new), lease, utc(until)))
                .map(SqlResult::rowCount);
    }

    Uni<Integer> end(UUID lease, UUID id, String reason) {
        return pool.preparedQuery(END).execute(Tuple.of(id, lease, reason)).map(SqlResult::rowCount);
    }

    /** Whether another notice to the worker, which nobody has seen yet, waits for the same call. */
    Uni<Boolean> calledForOthers(Unopened notice, UUID taskId) {
        return pool.preparedQuery(CALLED_FOR_OTHERS)
                .execute(Tuple.of(notice.workerId(), notice.id(), taskId))
                .map(found -> found.size() > 0);
    }

    /** The open task that asks for a call to this worker about this subject. In the caller's session, and alone. */
    Uni<Optional<UUID>> callOf(UUID workerId, UUID subjectId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALONE, Integer.class)
                        .setParameter("worker", workerId)
                        .getSingleResult()
                        .chain(() -> session.createNativeQuery(CALL_OF, String.class)
                                .setParameter("worker", workerId)
                                .setParameter("subject", subjectId)
                                .getSingleResultOrNull()))
                .map(found -> Optional.ofNullable(found).map(UUID::fromString));
    }

    Uni<Void> called(UUID id, UUID taskId, Instant nextLook) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CALLED)
                        .setParameter("task", taskId)
                        .setParameter("look", utc(nextLook))
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
