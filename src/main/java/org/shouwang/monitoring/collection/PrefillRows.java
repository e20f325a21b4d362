package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;

/** Values that the system makes, for the unit that leads to confirm; written by a room above. On the reactive client. */
@Singleton
public class PrefillRows {

    /** Open quarters, the longest waiting first; by collection_period_prefill. */
    private static final String TO_LOOK_AT = """
            select id from collection_period
            where closed_on is null and withdrawn_at is null and quarter is not null and (prefill_on is null or prefill_on <= $1)
            order by prefill_on nulls first
            limit $2
            """;

    private static final String CLAIM = "select " + CollectionPeriod.COLUMNS + """
            from collection_period p join area a on a.code = p.area_code
            where p.id = $1 and p.closed_on is null and p.withdrawn_at is null and (p.prefill_on is null or p.prefill_on <= $2)
            for update of p skip locked
            """;

    private static final String LOOK = "update collection_period set prefill_on = $2 where id = $1";

    /** What a person entered stands: by indicator_value_once. */
    private static final String MAKE = """
            with made as (
                insert into indicator_value (id, period_id, responsibility_id, area_code, unit_id, indicator_code,
                    catalogue_version, status, value_version, numerator, denominator, provisional, source, made_by, value,
                    submitted_at, request_hash)
                select gen_random_uuid(), $1::uuid, r.id, r.area_code, r.unit_id, r.indicator_code, $3::text, 'OPEN', 1,
                       $4::numeric, $5::numeric, true, $6::text, 'SYSTEM', $7::numeric, $8::timestamptz, $9::bytea
                from responsibility r where r.id = $2 and r.withdrawn_at is null
                on conflict do nothing
                returning id, value_version, numerator, denominator, provisional, source, value, submitted_at, request_hash)
            insert into indicator_value_act (id, value_id, kind, value_version, done_at, made_by, request_hash, numerator,
                denominator, provisional, source, value)
            select gen_random_uuid(), id, 'SUBMIT', value_version, submitted_at, 'SYSTEM', request_hash, numerator, denominator,
                   provisional, source, value
            from made
            """;

    private final Pool pool;
    private final Clock clock;

    PrefillRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Figures of the system for a line of the book.
     *
     * @param source how they were counted
     */
    public record SystemFigures(
            UUID responsibilityId,
            String catalogueVersion,
            BigDecimal numerator,
            BigDecimal denominator,
            String source,
            @Nullable BigDecimal value) {}

    public Uni<List<UUID>> toLookAt(LocalDate today, int atMost) {
        return pool.preparedQuery(TO_LOOK_AT).execute(Tuple.of(today, atMost)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .toList());
    }

    /** One of them, held until the transaction ends; empty where somebody else looks or has looked. */
    public Uni<Optional<CollectionPeriod>> claim(SqlClient transaction, UUID id, LocalDate today) {
        return transaction.preparedQuery(CLAIM).execute(Tuple.of(id, today)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(CollectionPeriod::of)
                .findFirst());
    }

    public Uni<Void> lookAgain(SqlClient client, UUID id, LocalDate next) {
        return client.preparedQuery(LOOK).execute(Tuple.of(id, next)).replaceWithVoid();
    }

    /** Makes the values that are not there, and answers how many it made. */
    public Uni<Integer> make(SqlClient transaction, UUID period, List<SystemFigures> figures) {
        Buffer hash = Buffer.buffer(RequestHash.ofText("SYSTEM").bytes());
        List<Tuple> rows = figures.stream()
                .map(one -> Tuple.of(period, one.responsibilityId(), one.catalogueVersion(), one.numerator())
                        .addBigDecimal(one.denominator())
                        .addString(one.source())
                        .addBigDecimal(one.value())
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                        .addBuffer(hash))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().item(0)
                : transaction.preparedQuery(MAKE).executeBatch(rows).map(PrefillRows::made);
    }

    private static int made(@Nullable RowSet<?> first) {
        int made = 0;
        for (RowSet<?> one = first; one != null; one = one.next()) {
            made += one.rowCount();
        }
        return made;
    }
}
