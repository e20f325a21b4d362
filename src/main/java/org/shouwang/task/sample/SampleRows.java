package org.shouwang.task.sample;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.task.sample.Draw.Visited;

/** The visits that may be drawn. A trigger writes each when it arrives. */
@Singleton
class SampleRows {

    private static final String VISITS = """
            select s.visit_id, s.worker_id, s.quarter, v.household_id, v.area_code, p.parent_code, v.visitor_appointment_id, a.role_code,
                   exists (select from visit_child x where x.visit_id = v.id) as children,
                   exists (select from visit_child x join child c on c.id = x.child_id
                           where x.visit_id = v.id and coalesce(c.risk_level, 'HIGH') in ('HIGH', 'CRITICAL')) as grave
            from (%s) s
            join visit v on v.id = s.visit_id
            join area p on p.code = v.area_code
            join appointment a on a.id = v.visitor_appointment_id
            """;

    private static final String DUE = VISITS.formatted("""
            select visit_id, worker_id, quarter from visit_sample
            where look_at <= $1 order by look_at, visit_id limit $2 for update skip locked""");

    private static final String BY_IDS =
            VISITS.formatted("select visit_id, worker_id, quarter from visit_sample where visit_id = any($1)");

    private static final String HOLD = """
            select visit_id from visit_sample where visit_id = any($1) and look_at is not null
            order by visit_id for update skip locked
            """;

    /** Whoever verifies one at this moment is waited for. */
    private static final String PENDING =
            "select id from visit where id = any($1) and verify_status = 'PENDING' order by id for share";

    private static final String JUDGED =
            "update visit_sample set look_at = null, reason = $2, drawn_at = $3 where visit_id = $1";

    private static final String LEFT_OUT = "delete from visit_sample where visit_id = any($1)";

    private static final String POSTPONE =
            "update visit_sample set look_at = $2 where visit_id = $1 and look_at is not null";

    private static final String FILL_AT = """
            insert into visit_sample_quarter (worker_id, quarter, fill_at) values ($1, $2, $3)
            on conflict (worker_id, quarter) do update set fill_at = excluded.fill_at
            """;

    private static final String QUARTER = """
            select worker_id, quarter, fill_at from visit_sample_quarter
            where fill_at <= $1 order by fill_at limit 1 for update skip locked
            """;

    private static final String OF_QUARTER = """
            select visit_id, reason is not null as drawn from visit_sample
            where worker_id = $1 and quarter = $2 and look_at is null
            """;

    /** As it was found: another visit may have been judged since, or another node may have filled it. */
    private static final String CLAIM = """
            select 1 from visit_sample_quarter
            where worker_id = $1 and quarter = $2 and fill_at = $3 for update skip locked
            """;

    private static final String FILLED =
            "update visit_sample_quarter set fill_at = $3 where worker_id = $1 and quarter = $2";

    private final Pool pool;

    SampleRows(Pool pool) {
        this.pool = pool;
    }

    /** A worker's quarter that is to be filled up. */
    record Quarter(UUID worker, LocalDate begin, Instant fillAt) {}

    /** The next to be judged. Runs on the reactive pool, as all that does not say otherwise. */
    Uni<List<SampledVisit>> due(Instant now, int atMost) {
        return pool.preparedQuery(DUE).execute(Tuple.of(at(now), atMost)).map(SampleRows::visits);
    }

    Uni<List<SampledVisit>> byIds(Collection<UUID> ids) {
        return pool.preparedQuery(BY_IDS)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(SampleRows::visits);
    }

    /** Those of the visits that nobody else judges. Runs in a session. */
    Uni<Set<UUID>> hold(Collection<UUID> visits) {
        return ids(HOLD, visits);
    }

    /** Those of the visits that nobody has looked at yet. Runs in a session. */
    Uni<Set<UUID>> pending(Collection<UUID> visits) {
        return ids(PENDING, visits);
    }

    /** Runs in a session. */
    Uni<Void> judged(UUID visit, @Nullable SampleReason reason, Instant now) {
        return SessionSql.update(JUDGED, visit, reason == null ? null : reason.name(), reason == null ? null : at(now))
                .replaceWithVoid();
    }

    /** These count for nothing. Runs in a session. */
    Uni<Void> leftOut(Collection<UUID> visits) {
        return SessionSql.update(LEFT_OUT, (Object) visits.toArray(UUID[]::new)).replaceWithVoid();
    }

    Uni<Void> postpone(UUID visit, Instant until) {
        return pool.preparedQuery(POSTPONE).execute(Tuple.of(visit, at(until))).replaceWithVoid();
    }

    /** Runs in a session. */
    Uni<Void> fillAt(UUID worker, LocalDate quarter, Instant moment) {
        return SessionSql.update(FILL_AT, worker, quarter, at(moment)).replaceWithVoid();
    }

    Uni<Optional<Quarter>> quarter(Instant now) {
        return pool.preparedQuery(QUARTER).execute(Tuple.of(at(now))).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Quarter(
                        row.getUUID("worker_id"),
                        row.getLocalDate("quarter"),
                        row.getOffsetDateTime("fill_at").toInstant()))
                .findFirst());
    }

    Uni<List<Visited>> of(Quarter quarter) {
        return pool.preparedQuery(OF_QUARTER)
                .execute(Tuple.of(quarter.worker(), quarter.begin()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Visited(row.getUUID("visit_id"), row.getBoolean("drawn")))
                        .toList());
    }

    /** Whether the quarter is the caller's until the end of the transaction. Runs in a session. */
    Uni<Boolean> claim(Quarter quarter) {
        return SessionSql.rows(CLAIM, quarter.worker(), quarter.begin(), at(quarter.fillAt()))
                .map(rows -> !rows.isEmpty());
    }

    /** Runs in a session. */
    Uni<Void> filled(Quarter quarter) {
        return SessionSql.update(FILLED, quarter.worker(), quarter.begin(), null)
                .replaceWithVoid();
    }

    Uni<Void> postpone(Quarter quarter, Instant until) {
        return pool.preparedQuery(FILLED)
                .execute(Tuple.of(quarter.worker(), quarter.begin(), at(until)))
                .replaceWithVoid();
    }

    private static Uni<Set<UUID>> ids(String sql, Collection<UUID> visits) {
        return SessionSql.rows(sql, (Object) visits.toArray(UUID[]::new)).map(rows -> rows.stream()
                .map(row -> (UUID) Objects.requireNonNull(row[0]))
                .collect(Collectors.toSet()));
    }

    private static List<SampledVisit> visits(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(SampleRows::visit)
                .toList();
    }

    private static SampledVisit visit(Row row) {
        Long township = row.getLong("parent_code");
        return new SampledVisit(
                row.getUUID("visit_id"),
                row.getUUID("household_id"),
                new AreaCode(row.getLong("area_code")),
                township == null ? null : new AreaCode(township),
                row.getUUID("worker_id"),
                row.getLocalDate("quarter"),
                row.getUUID("visitor_appointment_id"),
                RoleCode.valueOf(row.getString("role_code")),
                row.getBoolean("children"),
                row.getBoolean("grave"));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
