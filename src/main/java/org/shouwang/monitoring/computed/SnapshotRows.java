package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.shouwang.monitoring.computed.ComputedIndicator.Counting;
import org.shouwang.platform.AreaCode;

/** What was counted at the ends of quarters, on the reactive client. */
@Singleton
class SnapshotRows {

    private static final String FIND = """
            select numerator, denominator, villages, computed_at from computed_value
            where area_code = $1 and on_day = $2 and from_on = $3 and indicator_code = $4
            """;

    /** What is there is never replaced. */
    private static final String INSERT = """
            insert into computed_value (indicator_code, area_code, from_on, on_day, formula, catalogue_version, numerator,
                                        denominator, villages, computed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict do nothing
            """;

    /** Counties with a line of the book for such an indicator that were not counted yet; by responsibility_area. */
    private static final String TO_FREEZE = """
            select distinct k.code
            from responsibility r
            join area p on p.code = r.area_code
            join area k on k.code = case when p.level = 'TOWNSHIP' then p.parent_code else p.code end and k.level = 'COUNTY'
            where r.year = $1 and r.role = 'LEAD' and r.withdrawn_at is null and r.indicator_code = any($2) and k.code > $4
              and not exists (select from computed_value c where c.area_code = k.code and c.on_day = $3)
            order by k.code
            limit $5
            """;

    private final Pool pool;
    private final Clock clock;

    SnapshotRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** One that was counted for an area, to be stored. */
    record Counted(AreaCode area, String indicator, Counting counting, Span span, Count count, int villages) {}

    Uni<Optional<Snapshot>> find(String indicator, AreaCode area, Span span) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(area.value(), span.on(), span.from(), indicator))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Snapshot::of)
                        .findFirst());
    }

    /** Of two nodes that counted the same the first is believed. */
    Uni<Void> insert(SqlClient transaction, String catalogueVersion, List<Counted> counted) {
        List<Tuple> rows = counted.stream()
                .map(one -> Tuple.of(
                                one.indicator(),
                                one.area().value(),
                                one.span().from(),
                                one.span().on(),
                                one.counting().formula(),
                                catalogueVersion)
                        .addLong(one.count().numerator())
                        .addLong(one.count().denominator())
                        .addInteger(one.villages())
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                .toList();
        return transaction.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid();
    }

    /** Counties whose quarter waits to be counted, behind this code. */
    Uni<List<AreaCode>> toFreeze(List<String> indicators, LocalDate last, long after, int atMost) {
        return pool.preparedQuery(TO_FREEZE)
                .execute(Tuple.of(last.getYear(), indicators.toArray(String[]::new), last, after, atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new AreaCode(row.getLong("code")))
                        .toList());
    }
}
