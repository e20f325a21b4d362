package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.RequestHash;

/** Periods, on the reactive client. */
@Singleton
public class PeriodRows {

    private static final String SELECT =
            "select " + CollectionPeriod.COLUMNS + "from collection_period p join area a on a.code = p.area_code\n";

    private static final String BY_ID = SELECT + "where p.id = $1";

    private static final String LOCKED = BY_ID + " for update of p";

    /** By collection_period_once. */
    private static final String IS_THERE = """
            select exists (select from collection_period
                           where area_code = $1 and year = $2 and quarter is not distinct from $3 and withdrawn_at is null) as there
            """;

    private static final String KEPT = BY_ID + " for share of p";

    private static final String INSERT = """
            insert into collection_period (id, area_code, year, quarter, open_on, due_on, look_on, request_hash, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;

    private static final String CLOSE = """
            update collection_period set closed_on = $2, closed_by = $3, closing_id = $4 where id = $1
            """;

    /** What follows from its due day is looked at anew. */
    private static final String REOPEN = """
            update collection_period
            set closed_on = null, closed_by = null, closing_id = null, due_on = $2::date, look_on = $2::date + 1, prefill_on = null,
                remind_at = null
            where id = $1
            """;

    /** Of areas of offices, and of those in which an own unit has its seat; by collection_period_once. */
    private static final String LIST = SELECT + """
            where p.year = $4 and p.withdrawn_at is null and (
                exists (select from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                        where p.area_code >= s.lower and p.area_code < s.upper)
                or exists (select from unnest($3::bigint[]) as u(seat) where u.seat >= a.code and u.seat < a.code_end))
              and ($5::bigint is null or p.area_code = $5)
            order by p.area_code, p.quarter nulls last
            """;

    /** By collection_period_look. */
    private static final String TO_LOOK_AT =
            "select id from collection_period where look_on <= $1 and withdrawn_at is null order by look_on limit $2";

    private static final String CLAIM = BY_ID + " and p.look_on <= $2 for update of p skip locked";

    private static final String LOOK = "update collection_period set look_on = $2 where id = $1";

    private final Pool pool;
    private final Clock clock;

    PeriodRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    public Uni<Optional<CollectionPeriod>> find(SqlClient client, UUID id) {
        return one(client, BY_ID, id);
    }

    /** Held until the transaction ends. */
    Uni<Optional<CollectionPeriod>> locked(SqlClient transaction, UUID id) {
        return one(transaction, LOCKED, id);
    }

    /** Neither closed nor opened again before the transaction ends. */
    public Uni<Optional<CollectionPeriod>> kept(SqlClient transaction, UUID id) {
        return one(transaction, KEPT, id);
    }

    Uni<Boolean> isThere(SqlClient transaction, PeriodForm form) {
        return transaction
                .preparedQuery(IS_THERE)
                .execute(Tuple.of(form.areaCode().value(), form.year(), form.quarter()))
                .map(rows -> rows.iterator().next().getBoolean("there"));
    }

    Uni<Void> insert(SqlClient transaction, UUID id, PeriodForm form, UUID workerId) {
        Tuple row = Tuple.of(id, form.areaCode().value(), form.year(), form.quarter(), form.openOn(), form.dueOn())
                .addLocalDate(form.dueOn().plusDays(1))
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(workerId);
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<Void> close(SqlClient transaction, UUID id, UUID closing, UUID workerId) {
        return transaction
                .preparedQuery(CLOSE)
                .execute(Tuple.of(id, LocalDays.today(clock), workerId, closing))
                .replaceWithVoid();
    }

    Uni<Void> reopen(SqlClient transaction, UUID id, LocalDate dueOn) {
        return transaction.preparedQuery(REOPEN).execute(Tuple.of(id, dueOn)).replaceWithVoid();
    }

    Uni<List<CollectionPeriod>> list(SqlClient client, Sight sight, int year, @Nullable Long area) {
        return client.preparedQuery(LIST)
                .execute(Tuple.of(sight.areas().lower(), sight.areas().upper(), sight.seats(), year, area))
                .map(PeriodRows::read);
    }

    /** Periods in which somebody has to look for missing values, the longest waiting first. */
    public Uni<List<UUID>> toLookAt(LocalDate today, int atMost) {
        return pool.preparedQuery(TO_LOOK_AT).execute(Tuple.of(today, atMost)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .toList());
    }

    /** One of them, held until the transaction ends; empty where somebody else looks or has looked. */
    public Uni<Optional<CollectionPeriod>> claim(SqlClient transaction, UUID id, LocalDate today) {
        return transaction.preparedQuery(CLAIM).execute(Tuple.of(id, today)).map(rows -> read(rows).stream()
                .findFirst());
    }

    /**
     * Says when somebody next looks for what is missing.
     *
     * @param next null where nothing more follows from a missing value
     */
    public Uni<Void> lookAgain(SqlClient transaction, UUID id, @Nullable LocalDate next) {
        return transaction.preparedQuery(LOOK).execute(Tuple.of(id, next)).replaceWithVoid();
    }

    private static Uni<Optional<CollectionPeriod>> one(SqlClient client, String sql, UUID id) {
        return client.preparedQuery(sql).execute(Tuple.of(id)).map(rows -> read(rows).stream()
                .findFirst());
    }

    private static List<CollectionPeriod> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(CollectionPeriod::of)
                .toList();
    }
}
