package org.shouwang.monitoring.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.record.RequestHash;

/** Books of scores, on the reactive client. */
@Singleton
class ScoreRows {

    private static final String SELECT = "select " + ScoreBook.COLUMNS + "from score_book b\n";

    private static final String BY_ID = SELECT + "where b.id = $1";

    private static final String LOCKED = BY_ID + " for update of b";

    /** By score_book_area. */
    private static final String EDITIONS =
            SELECT + "where b.area_code = $1 and b.year = $2 order by b.edition for update of b";

    private static final String INSERT = """
            insert into score_book (id, area_code, year, status, edition, replaces, reason, model_version, catalogue_version, computed_at,
                                    request_hash, created_at, created_by)
            values ($1, $2, $3, 'DRAFT', $4, $5, $6, $7, $8, $9, $10, $9, $11)
            """;

    private static final String COMPUTED =
            "update score_book set model_version = $2, catalogue_version = $3, computed_at = $4 where id = $1";

    private static final String TOUCH = "update score_book set computed_at = computed_at where id = $1";

    private static final String REPLACE = "update score_book set status = 'REPLACED' where id = $1";

    private static final String PUBLISH = """
            update score_book
            set status = 'PUBLISHED', published_on = $2, published_by = $3, publication_id = $4, publication_hash = $5
            where id = $1
            """;

    private static final String IS_USED = "select exists (select from score_book where publication_id = $1) as used";

    /** Of the areas of offices by score_book_area; of the own units what was published, by score_unit_unit. */
    private static final String LIST = SELECT + """
            where b.id in (
                select i.id from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                join score_book i on i.area_code >= s.lower and i.area_code < s.upper
                union all
                select i.id from score_unit u join score_book i on i.id = u.book_id and i.status <> 'DRAFT'
                where u.unit_id = any($3))
              and ($4::bigint is null or b.area_code = $4) and ($5::integer is null or b.year = $5)
              and (b.area_code, b.year, b.edition) > ($6, $7, $8)
            order by b.area_code, b.year, b.edition
            limit $9
            """;

    private final Clock clock;

    ScoreRows(Clock clock) {
        this.clock = clock;
    }

    Uni<Optional<ScoreBook>> find(SqlClient client, UUID id) {
        return client.preparedQuery(BY_ID).execute(Tuple.of(id)).map(rows -> read(rows).stream()
                .findFirst());
    }

    /** Held until the transaction ends. */
    Uni<Optional<ScoreBook>> locked(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(LOCKED).execute(Tuple.of(id)).map(rows -> read(rows).stream()
                .findFirst());
    }

    /** All of an area and year, the first one first; held until the transaction ends. */
    Uni<List<ScoreBook>> editions(SqlClient transaction, AreaCode area, int year) {
        return transaction
                .preparedQuery(EDITIONS)
                .execute(Tuple.of(area.value(), year))
                .map(ScoreRows::read);
    }

    Uni<Void> insert(
            SqlClient transaction, UUID id, ScoreForm form, int edition, String model, String catalogue, UUID worker) {
        Tuple row = Tuple.of(id, form.areaCode().value(), form.year(), edition)
                .addUUID(form.replaces())
                .addString(form.reason())
                .addString(model)
                .addString(catalogue)
                .addOffsetDateTime(now())
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addUUID(worker);
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<Void> computed(SqlClient transaction, UUID id, String model, String catalogue) {
        return transaction
                .preparedQuery(COMPUTED)
                .execute(Tuple.of(id, model, catalogue, now()))
                .replaceWithVoid();
    }

    /** Something that belongs to it has changed: whoever saw it before is told so. */
    Uni<Void> touch(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(TOUCH).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** Whether something was published by this act already. */
    Uni<Boolean> isUsed(SqlClient transaction, UUID act) {
        return transaction.preparedQuery(IS_USED).execute(Tuple.of(act)).map(rows -> rows.iterator()
                .next()
                .getBoolean("used"));
    }

    /** In place of the edition before, where there is one. */
    Uni<Void> publish(SqlClient transaction, ScoreBook book, ScoreActForm form, UUID worker) {
        UUID before = book.replaces();
        Uni<Void> replaced = before == null
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(REPLACE).execute(Tuple.of(before)).replaceWithVoid();
        return replaced.chain(() -> transaction
                        .preparedQuery(PUBLISH)
                        .execute(Tuple.of(book.id(), LocalDays.today(clock), worker, form.id())
                                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))))
                .replaceWithVoid();
    }

    Uni<List<ScoreBook>> list(
            SqlClient client,
            Sight sight,
            @Nullable AreaCode area,
            @Nullable Integer year,
            Optional<Cursor> after,
            int limit) {
        Tuple arguments = Tuple.of(sight.areas().lower(), sight.areas().upper(), sight.unitIds())
                .addLong(area == null ? null : area.value())
                .addInteger(year)
                .addLong(after.map(cursor -> cursor.number(0)).orElse(0L))
                .addInteger(
                        after.map(cursor -> cursor.part(1, Integer::valueOf)).orElse(0))
                .addInteger(
                        after.map(cursor -> cursor.part(2, Integer::valueOf)).orElse(0))
                .addInteger(limit);
        return client.preparedQuery(LIST).execute(arguments).map(ScoreRows::read);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static List<ScoreBook> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ScoreBook::of)
                .toList();
    }
}
