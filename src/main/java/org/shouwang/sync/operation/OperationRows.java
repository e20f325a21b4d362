package org.shouwang.sync.operation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.record.SessionSql;

@Singleton
class OperationRows implements PanacheRepositoryBase<PhoneOperation, PhoneOperation.Key> {

    /** Held operations whose obstacle is gone: settled, done, or its record made by another operation. */
    private static final String READY = """
            from sync_operation h
            join sync_operation a on a.worker_id = h.worker_id and a.id = h.waits_for
            where h.outcome = 'HELD' and h.settled_as is null
              and (a.settled_as is not null or a.outcome in ('APPLIED', 'MERGED')
                   or exists (select 1 from sync_operation d
                              where d.worker_id = a.worker_id and d.record_id = a.record_id
                                and d.outcome in ('APPLIED', 'MERGED')))
            """;

    private static final String READY_OF =
            "select h.id " + READY + "and h.worker_id = $1 order by h.received_at, h.id limit 1";

    private static final String WORKERS_READY = "select distinct h.worker_id " + READY + "limit 100";

    private static final String OPEN = """
            select o.*
            from sync_operation o
            where o.outcome not in ('APPLIED', 'MERGED') and o.settled_as is null
              and exists (select 1 from unnest(cast(:lower as bigint[]), cast(:upper as bigint[])) as r(lower, upper)
                          where o.area_code >= r.lower and o.area_code < r.upper)
              and (cast(:area as bigint) is null
                   or exists (select 1 from area a
                              where a.code = cast(:area as bigint) and o.area_code >= a.code and o.area_code < a.code_end))
              and (o.type <> all(cast(:restricted as text[])) or o.worker_id = :reader
                   or exists (select 1 from unnest(cast(:lowerOfR as bigint[]), cast(:upperOfR as bigint[])) as s(lower, upper)
                              where o.area_code >= s.lower and o.area_code < s.upper))
              and (o.received_at, o.id) > (cast(:after as timestamptz), cast(:last as uuid))
            order by o.received_at, o.id
            limit :most
            """;

    private static final String KNOWN =
            "select id from sync_operation where worker_id = :worker and id = any(cast(:ids as uuid[]))";

    private static final String AREA = "select post_area(cast(:appointment as uuid))";

    /** The operation, held against whoever else would settle it. */
    Uni<@Nullable PhoneOperation> locked(UUID workerId, UUID id) {
        return findById(new PhoneOperation.Key(workerId, id), LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<PhoneOperation>> ofWorker(UUID workerId, Collection<UUID> ids) {
        return list("workerId = ?1 and id in ?2", workerId, ids);
    }

    /** Those of these operations that are not forgotten. */
    Uni<List<UUID>> known(UUID workerId, Collection<UUID> ids) {
        return Panache.getSession().chain(session -> session.createNativeQuery(KNOWN, UUID.class)
                .setParameter("worker", workerId)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList());
    }

    /** Operations that are not accepted and not settled, oldest first. */
    Uni<List<PhoneOperation>> open(
            Caller caller, List<String> restricted, @Nullable AreaCode area, Instant after, UUID last, int most) {
        AreaRanges scope = caller.where(Right.OPERATION_LIST);
        AreaRanges ofR = caller.posts().stream()
                .filter(post -> post.reaches(Right.OPERATION_LIST, FieldClass.R))
                .map(Post::areas)
                .reduce(AreaRanges.NONE, AreaRanges::union);
        return Panache.getSession().chain(session -> session.createNativeQuery(OPEN, PhoneOperation.class)
                .setParameter("lower", scope.lower())
                .setParameter("upper", scope.upper())
                .setParameter("restricted", restricted.toArray(String[]::new))
                .setParameter("reader", caller.workerId())
                .setParameter("lowerOfR", ofR.lower())
                .setParameter("upperOfR", ofR.upper())
                .setParameter("area", area == null ? null : area.value())
                .setParameter("after", after.atOffset(ZoneOffset.UTC))
                .setParameter("last", last)
                .setParameter("most", most)
                .getResultList());
    }

    /** The first operation of the worker that was to make one of these records and is not accepted yet. */
    Uni<Optional<UUID>> awaited(UUID workerId, Collection<UUID> records, List<String> makers) {
        if (records.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return list(
                        "workerId = ?1 and recordId in ?2 and type in ?3 and outcome in ?4 and settledAs is null"
                                + " and recordId not in (select d.recordId from PhoneOperation d where d.workerId = ?1"
                                + " and d.recordId in ?2 and d.outcome in ?5) order by receivedAt, id",
                        workerId,
                        records,
                        makers,
                        List.of(Outcome.REJECTED, Outcome.HELD),
                        List.of(Outcome.APPLIED, Outcome.MERGED))
                .map(found -> found.stream().findFirst().map(operation -> operation.id));
    }

    /** The worker's next operation that waits no more. */
    Uni<Optional<UUID>> ready(UUID workerId) {
        return SessionSql.rows(READY_OF, workerId)
                .map(found -> found.stream().findFirst().map(row -> (UUID) Objects.requireNonNull(row[0])));
    }

    /** Workers of whom an operation waits no more. */
    Uni<List<UUID>> workersReady() {
        return Panache.getSession().chain(session -> session.createNativeQuery(WORKERS_READY, UUID.class)
                .getResultList());
    }

    /** Where the post stands; null for a post of the whole instance. */
    Uni<@Nullable Long> areaOf(UUID appointmentId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(AREA, Long.class)
                .setParameter("appointment", appointmentId)
                .getSingleResultOrNull());
    }
}
