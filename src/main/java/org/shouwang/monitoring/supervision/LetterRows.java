package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.card.LetteredCard;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.record.RequestHash;

/** Letters, on the reactive client. */
@Singleton
class LetterRows {

    private static final String SELECT =
            "select " + Letter.COLUMNS + "from supervision_letter l join organisation o on o.id = l.unit_id\n";

    private static final String BY_ID = SELECT + "where l.id = $1";

    private static final String LOCKED = BY_ID + " for update of l";

    /** By supervision_letter_card. */
    private static final String OF_CARD = SELECT + "where l.card_id = $1 for update of l";

    private static final String INSERT = """
            insert into supervision_letter (id, card_id, area_code, unit_id, indicator_code, colour, status, content, days, request_hash,
                                            created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, 'DRAFT', $7, $8, $9, $10, $11)
            """;

    private static final String REDRAFT =
            "update supervision_letter set content = $2, days = $3, request_hash = $4 where id = $1";

    private static final String WANTED = """
            (x.area_code, x.indicator_code, x.id) > ($7, $8, $9)
            and ($4::bigint is null or x.area_code = $4) and ($5::text is null or x.status = $5)
            and ($6::uuid is null or x.unit_id = $6)
            """;

    /** Of the areas of offices by supervision_letter_area, a page of each range; of the own units what was issued, by supervision_letter_unit. */
    private static final String LIST = """
            with page as (
                select i.id from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                cross join lateral (
                    select x.id from supervision_letter x
                    where x.area_code >= greatest(s.lower, $7) and x.area_code < s.upper and
            """ + WANTED + """
                    order by x.area_code, x.indicator_code, x.id
                    limit $10) i
                union
                select x.id from supervision_letter x
                where x.unit_id = any($3) and x.letter_no is not null and
            """ + WANTED + ")\n" + SELECT + """
            where l.id in (select id from page)
            order by l.area_code, l.indicator_code, l.id
            limit $10
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final Clock clock;

    LetterRows(Clock clock) {
        this.clock = clock;
    }

    /** What is wanted of a list of letters or plans; all where it is null. */
    record Wanted(
            @Nullable AreaCode area,
            @Nullable String status,
            @Nullable UUID unit) {

        static Wanted of(@Nullable AreaCode area, @Nullable Enum<?> status, @Nullable UUID unit) {
            return new Wanted(area, status == null ? null : status.name(), unit);
        }

        /** The arguments of a list, the first three of them the caller's sight. */
        Tuple arguments(Sight sight, Optional<Cursor> after, int limit) {
            return Tuple.of(sight.areas().lower(), sight.areas().upper(), sight.unitIds())
                    .addLong(area == null ? null : area.value())
                    .addString(status)
                    .addUUID(unit)
                    .addLong(after.map(cursor -> cursor.number(0)).orElse(0L))
                    .addString(after.map(cursor -> cursor.parts().get(1)).orElse(""))
                    .addUUID(after.map(cursor -> cursor.uuid(2)).orElse(FIRST))
                    .addInteger(limit);
        }
    }

    Uni<Optional<Letter>> find(SqlClient client, UUID id) {
        return one(client, BY_ID, id);
    }

    /** Held until the transaction ends. */
    Uni<Optional<Letter>> locked(SqlClient transaction, UUID id) {
        return one(transaction, LOCKED, id);
    }

    /** The letter of a card, held until the transaction ends. */
    Uni<Optional<Letter>> ofCard(SqlClient transaction, UUID card) {
        return one(transaction, OF_CARD, card);
    }

    Uni<Void> insert(SqlClient transaction, UUID id, LetterForm form, LetteredCard card, UUID workerId) {
        Tuple row = Tuple.of(id, card.id(), card.area().value(), card.unitId(), card.indicatorCode())
                .addString(card.colour().name())
                .addString(form.content())
                .addInteger(Deadline.days(form.days(), card.colour()))
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(workerId);
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<Void> redraft(SqlClient transaction, Letter letter, LetterForm form) {
        return transaction
                .preparedQuery(REDRAFT)
                .execute(Tuple.of(letter.id(), form.content(), Deadline.days(form.days(), letter.colour()))
                        .addBuffer(Buffer.buffer(RequestHash.of(form).bytes())))
                .replaceWithVoid();
    }

    Uni<List<Letter>> list(SqlClient client, Sight sight, Wanted wanted, Optional<Cursor> after, int limit) {
        return client.preparedQuery(LIST)
                .execute(wanted.arguments(sight, after, limit))
                .map(LetterRows::read);
    }

    private static Uni<Optional<Letter>> one(SqlClient client, String sql, UUID id) {
        return client.preparedQuery(sql).execute(Tuple.of(id)).map(rows -> read(rows).stream()
                .findFirst());
    }

    static List<Letter> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Letter::of).toList();
    }
}
