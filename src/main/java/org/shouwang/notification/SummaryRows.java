package org.shouwang.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.notification.SummarySource.Day;

/** Which summaries are still to be written. */
@Singleton
class SummaryRows {

    /** A first summary looks back for a day. */
    private static final Duration FIRST_SPAN = Duration.ofDays(1);

    /** A node that comes while another one begins the day leaves it to that one. */
    private static final String ALONE =
            "select pg_try_advisory_xact_lock(hashtextextended('daily-summary', 0)) as alone";

    private static final String DAY = """
            select counted_until,
                   (select max(earlier.counted_until) from summary_day earlier where earlier.day < $1) as since
            from (select $1::date as day) asked left join summary_day d on d.day = asked.day
            """;

    private static final String BEGIN =
            "insert into summary_day (day, counted_until) values ($1, $2) on conflict (day) do nothing";

    private static final String ENLIST = """
            insert into summary_due (day, worker_id)
            select $1, worker_id from unnest($2::uuid[]) as enlisted(worker_id)
            on conflict do nothing
            """;

    /** What was not written on its day says nothing any more. */
    private static final String DROP_OLD = "delete from summary_due where day < $1";

    private static final String DUE = """
            select worker_id from summary_due
            where day = $1 and (not_before is null or not_before <= $2)
            order by worker_id
            limit $3
            for update skip locked
            """;

    private static final String CLAIM = """
            with waiting as materialized (
                select day, worker_id from summary_due
                where day = :day and worker_id in (:workers)
                order by worker_id
                for update skip locked),
            claimed as (
                delete from summary_due d using waiting w where d.day = w.day and d.worker_id = w.worker_id
                returning d.worker_id)
            select cast(worker_id as text) from claimed
            """;

    private static final String POSTPONE = "update summary_due set not_before = $3 where day = $1 and worker_id = $2";

    private final Pool pool;

    SummaryRows(Pool pool) {
        this.pool = pool;
    }

    /** What is known of a day; its summaries have begun when {@code begun}. */
    record Known(Day day, boolean begun) {}

    Uni<Known> day(LocalDate day, Instant now) {
        return pool.preparedQuery(DAY)
                .execute(Tuple.of(day))
                .map(rows -> rows.iterator().next())
                .map(row -> {
                    Optional<Instant> until = Optional.ofNullable(row.getOffsetDateTime("counted_until"))
                            .map(moment -> moment.toInstant());
                    Instant since = Optional.ofNullable(row.getOffsetDateTime("since"))
                            .map(moment -> moment.toInstant())
                            .orElse(until.orElse(now).minus(FIRST_SPAN));
                    return new Known(new Day(day, since, until.orElse(now)), until.isPresent());
                });
    }

    /** Begins a day, once. */
    Uni<Void> begin(Day day, Set<UUID> workers) {
        return pool.withTransaction(transaction -> transaction
                .query(ALONE)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("alone"))
                .chain(alone -> alone
                        ? enlist(transaction, day, workers)
                        : Uni.createFrom().voidItem()));
    }

    private static Uni<Void> enlist(SqlConnection transaction, Day day, Set<UUID> workers) {
        return transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.of(day.day(), DeliveryRows.utc(day.until())))
                .chain(begun -> begun.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .preparedQuery(DROP_OLD)
                                .execute(Tuple.of(day.day()))
                                .chain(() -> transaction
                                        .preparedQuery(ENLIST)
                                        .execute(Tuple.of(day.day(), workers.toArray(UUID[]::new))))
                                .replaceWithVoid());
    }

    /** Passes over what other nodes write now. */
    Uni<List<UUID>> due(LocalDate day, Instant now, int atMost) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(day, DeliveryRows.utc(now), atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("worker_id"))
                        .toList());
    }

    /** Those of the workers who are still to be told, taken off the list in the session's transaction. */
    Uni<Set<UUID>> claim(LocalDate day, Collection<UUID> workers) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM, String.class)
                        .setParameter("day", day)
                        .setParameter("workers", workers)
                        .getResultList())
                .map(ids -> ids.stream().map(UUID::fromString).collect(Collectors.toSet()));
    }

    /** Lets a worker wait whose summary could not be written. */
    Uni<Void> postpone(LocalDate day, UUID workerId, Instant until) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(day, workerId, DeliveryRows.utc(until)))
                .replaceWithVoid();
    }
}
