package org.shouwang.monitoring.bulletin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
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
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.record.RequestHash;

/** Bulletins, on the reactive client. */
@Singleton
class BulletinRows {

    private static final String SELECT =
            "select " + Bulletin.COLUMNS + "from bulletin b join collection_period p on p.id = b.period_id\n";

    private static final String BY_ID = SELECT + "where b.id = $1";

    private static final String LOCKED = BY_ID + " for update of b";

    private static final String CONTENT = "select content::text as content from bulletin where id = $1";

    private static final String SPEAKS_OF =
            "select exists (select from bulletin_unit where unit_id = any($2) and bulletin_id = $1) as so";

    /** Those of the period or in this one's place that stand already; by bulletin_first and bulletin_replacement. */
    private static final String TAKEN = """
            select exists (select from bulletin where period_id = $1 and replaces is null and status <> 'WITHDRAWN' and $2::uuid is null)
                or exists (select from bulletin where replaces = $2 and status <> 'WITHDRAWN') as taken
            """;

    private static final String INSERT = """
            insert into bulletin (id, period_id, area_code, period_no, status, ranked, opening, closing, replaces, request_hash, created_at,
                                  created_by)
            values ($1, $2, $3, $4, 'DRAFT', $5, $6, $7, $8, $9, $10, $11)
            """;

    private static final String REDRAFT =
            "update bulletin set ranked = $2, opening = $3, closing = $4, request_hash = $5 where id = $1";

    private static final String WITHDRAW = "update bulletin set status = 'WITHDRAWN' where id = $1";

    private static final String ISSUE = """
            update bulletin
            set status = 'ISSUED', number_year = $2, number = $3, bulletin_no = $4, issued_on = $5, catalogue_version = $6,
                content = $7::text::jsonb, look_at = $8
            where id = $1
            """;

    private static final String NAME_UNITS =
            "insert into bulletin_unit (bulletin_id, unit_id) select $1, u.id from unnest($2::uuid[]) as u(id)";

    private static final String REPLACE = "update bulletin set replaced_by = $2 where id = $1";

    private static final String WANTED = """
            (x.area_code, x.period_no, x.id) > ($7, $8, $9)
            and ($4::bigint is null or x.area_code = $4) and ($5::text is null or x.status = $5)
            and ($6::uuid is null or x.period_id = $6)
            """;

    /** Of the areas of offices by bulletin_area, a page of each range; what was issued and speaks of an own unit by bulletin_unit. */
    private static final String LIST = """
            with page as (
                select i.id from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                cross join lateral (
                    select x.id from bulletin x
                    where x.area_code >= greatest(s.lower, $7) and x.area_code < s.upper and
            """ + WANTED + """
                    order by x.area_code, x.period_no, x.id
                    limit $10) i
                union
                select x.id from bulletin_unit u join bulletin x on x.id = u.bulletin_id
                where u.unit_id = any($3) and x.status = 'ISSUED' and
            """ + WANTED + ")\n" + SELECT + """
            where b.id in (select id from page)
            order by b.area_code, b.period_no, b.id
            limit $10
            """;

    private static final UUID FIRST = new UUID(0, 0);
    private static final int YEAR = 10;
    private static final int WHOLE = 5;

    private final Clock clock;

    BulletinRows(Clock clock) {
        this.clock = clock;
    }

    /** What is wanted of a list; all where it is null. */
    record Wanted(
            @Nullable AreaCode area,
            @Nullable BulletinStatus status,
            @Nullable UUID period) {}

    /** What an issue leaves in the row. */
    record Issue(int number, String bulletinNo, LocalDate day, String catalogueVersion, String content) {}

    Uni<Optional<Bulletin>> find(SqlClient client, UUID id) {
        return one(client, BY_ID, id);
    }

    /** Held until the transaction ends. */
    Uni<Optional<Bulletin>> locked(SqlClient transaction, UUID id) {
        return one(transaction, LOCKED, id);
    }

    /** The document that was issued. */
    Uni<String> content(SqlClient client, UUID id) {
        return client.preparedQuery(CONTENT)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getString("content"));
    }

    /** Whether an issued bulletin speaks of one of these units. */
    Uni<Boolean> speaksOf(SqlClient client, UUID id, UUID[] units) {
        return client.preparedQuery(SPEAKS_OF)
                .execute(Tuple.of(id, units))
                .map(rows -> rows.iterator().next().getBoolean("so"));
    }

    Uni<Boolean> isTaken(SqlClient transaction, BulletinForm form) {
        return transaction
                .preparedQuery(TAKEN)
                .execute(Tuple.of(form.periodId(), form.replaces()))
                .map(rows -> rows.iterator().next().getBoolean("taken"));
    }

    Uni<Void> insert(SqlClient transaction, UUID id, BulletinForm form, CollectionPeriod period, UUID workerId) {
        Integer quarter = period.quarter();
        Tuple row = Tuple.of(id, period.id(), period.area().value())
                .addInteger(period.year() * YEAR + (quarter == null ? WHOLE : quarter))
                .addBoolean(Boolean.TRUE.equals(form.ranked()))
                .addString(form.opening())
                .addString(form.closing())
                .addUUID(form.replaces())
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(workerId);
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<Void> redraft(SqlClient transaction, UUID id, BulletinForm form) {
        return run(
                transaction,
                REDRAFT,
                Tuple.of(id, Boolean.TRUE.equals(form.ranked()), form.opening(), form.closing())
                        .addBuffer(Buffer.buffer(RequestHash.of(form).bytes())));
    }

    Uni<Void> withdraw(SqlClient transaction, UUID id) {
        return run(transaction, WITHDRAW, Tuple.of(id));
    }

    /** @param units of which it speaks */
    Uni<Void> issue(SqlClient transaction, Bulletin bulletin, Issue issue, UUID[] units) {
        UUID replaced = bulletin.replaces();
        Tuple row = Tuple.of(bulletin.id(), issue.day().getYear(), issue.number(), issue.bulletinNo(), issue.day())
                .addString(issue.catalogueVersion())
                .addString(issue.content())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        return run(transaction, ISSUE, row)
                .chain(() -> run(transaction, NAME_UNITS, Tuple.of(bulletin.id(), units)))
                .chain(() -> replaced == null
                        ? Uni.createFrom().voidItem()
                        : run(transaction, REPLACE, Tuple.of(replaced, bulletin.id())));
    }

    Uni<List<Bulletin>> list(SqlClient client, Sight sight, Wanted wanted, Optional<Cursor> after, int limit) {
        AreaCode area = wanted.area();
        BulletinStatus status = wanted.status();
        Tuple arguments = Tuple.of(sight.areas().lower(), sight.areas().upper(), sight.unitIds())
                .addLong(area == null ? null : area.value())
                .addString(status == null ? null : status.name())
                .addUUID(wanted.period())
                .addLong(after.map(cursor -> cursor.number(0)).orElse(0L))
                .addInteger(after.map(cursor -> (int) cursor.number(1)).orElse(0))
                .addUUID(after.map(cursor -> cursor.uuid(2)).orElse(FIRST))
                .addInteger(limit);
        return client.preparedQuery(LIST).execute(arguments).map(BulletinRows::read);
    }

    private static Uni<Void> run(SqlClient transaction, String sql, Tuple arguments) {
        return transaction.preparedQuery(sql).execute(arguments).replaceWithVoid();
    }

    private static Uni<Optional<Bulletin>> one(SqlClient client, String sql, UUID id) {
        return client.preparedQuery(sql).execute(Tuple.of(id)).map(rows -> read(rows).stream()
                .findFirst());
    }

    private static List<Bulletin> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Bulletin::of).toList();
    }
}
