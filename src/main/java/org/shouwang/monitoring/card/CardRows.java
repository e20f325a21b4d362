package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Cursor;

/** Cards and their rules, on the reactive client. */
@Singleton
class CardRows {

    private static final String SELECT =
            "select " + Card.COLUMNS + "from card c join organisation o on o.id = c.unit_id\n";

    private static final String BY_ID = SELECT + "where c.id = $1";

    private static final String LOCKED = BY_ID + " for update of c";

    /** By card_period. */
    private static final String OF_PERIOD = SELECT + """
            where c.period_id = $1 and c.area_code = $2 and c.indicator_code = $3 and c.unit_id = $4
            for update of c
            """;

    private static final String INSERT = """
            insert into card (id, responsibility_id, period_id, area_code, unit_id, indicator_code, colour, status, rule_code, condition,
                              reason_zh, reason_en, value_id, rule_id, proposed_at)
            values ($1, $2, $3, $4, $5, $6, $7, 'PROPOSED', $8, $9, $10, $11, $12, $13, $14)
            """;

    private static final String RENEW = """
            update card set colour = $2, rule_code = $3, condition = $4, reason_zh = $5, reason_en = $6, value_id = $7, rule_id = $8
            where id = $1 and status = 'PROPOSED'
            """;

    private static final String NOTE = "update card set noted_at = $2 where id = $1";

    private static final String MOVE = """
            update card set status = $2, issued_on = case when $2 = 'ISSUED' then $3::date else issued_on end,
                            ended_on = case when $2 in ('DISMISSED', 'WITHDRAWN', 'CLEARED', 'REVOKED') then $3::date end
            where id = $1
            """;

    /** Yellow ones of the period of a red one and of those before it; by card_area. */
    private static final String UPGRADE = """
            update card set status = 'UPGRADED', ended_on = $2, upgraded_to = $1
            from card red, collection_period p, collection_period q
            where red.id = $1 and card.area_code = red.area_code and card.indicator_code = red.indicator_code
              and card.unit_id = red.unit_id and card.status in ('ISSUED', 'REPLIED') and card.colour = 'YELLOW'
              and p.id = card.period_id and q.id = red.period_id
              and (p.year, coalesce(p.quarter, 5)) <= (q.year, coalesce(q.quarter, 5))
            returning card.id
            """;

    private static final String WANTED = """
            (x.area_code, x.indicator_code, x.id) > ($7, $8, $9)
            and ($4::bigint is null or x.area_code = $4) and ($5::text is null or x.status = $5)
            and ($6::uuid is null or x.unit_id = $6)
            """;

    /**
     * Of the areas of offices by card_area, a page of each range; of the own units, by card_unit, those that a person has issued.
     */
    private static final String LIST = """
            with page as (
                select i.id from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                cross join lateral (
                    select x.id from card x
                    where x.area_code >= greatest(s.lower, $7) and x.area_code < s.upper and
            """ + WANTED + """
                    order by x.area_code, x.indicator_code, x.id
                    limit $10) i
                union
                select x.id from card x
                where x.unit_id = any($3) and x.status not in ('PROPOSED', 'DISMISSED', 'WITHDRAWN') and
            """ + WANTED + ")\n" + SELECT + """
            where c.id in (select id from page)
            order by c.area_code, c.indicator_code, c.id
            limit $10
            """;

    /** The quarters of this year and of the three before, by card_area. */
    private static final String PAST = """
            select c.area_code, c.indicator_code, c.unit_id, p.year, p.quarter, c.colour, c.condition
            from card c join collection_period p on p.id = c.period_id
            where c.area_code = any($1) and p.area_code = $2 and p.quarter is not null and p.year between $3::int - 3 and $3::int
              and ($4::text is null or c.indicator_code = $4) and c.status in ('ISSUED', 'REPLIED', 'CLEARED', 'UPGRADED') and p.withdrawn_at is null
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final Pool pool;
    private final Clock clock;

    CardRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** What is wanted of a list; all where it is null. */
    record Wanted(
            @Nullable AreaCode area,
            @Nullable CardStatus status,
            @Nullable UUID unit) {}

    Uni<Optional<Card>> find(SqlClient client, UUID id) {
        return one(client, BY_ID, id);
    }

    /** Held until the transaction ends. */
    Uni<Optional<Card>> locked(SqlClient transaction, UUID id) {
        return one(transaction, LOCKED, id);
    }

    /** All of a line of the book in a period, held until the transaction ends. */
    Uni<List<Card>> of(SqlClient client, Responsibility line, UUID period) {
        return client.preparedQuery(OF_PERIOD)
                .execute(Tuple.of(period, line.area().value(), line.indicatorCode(), line.unitId()))
                .map(CardRows::read);
    }

    /** Cards of places in the quarters of a year and of those before it that were issued. */
    Uni<Map<AreaCode, List<PastCard>>> past(
            SqlClient client, CollectionPeriod period, Collection<AreaCode> areas, @Nullable String indicator) {
        Long[] places = areas.stream().map(AreaCode::value).toArray(Long[]::new);
        return client.preparedQuery(PAST)
                .execute(Tuple.of(places, period.area().value(), period.year(), indicator))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> new AreaCode(row.getLong("area_code")),
                                Collectors.mapping(CardRows::past, Collectors.toList()))));
    }

    private static PastCard past(Row row) {
        return new PastCard(
                row.getString("indicator_code"),
                row.getUUID("unit_id"),
                row.getInteger("year"),
                row.getInteger("quarter"),
                CardColour.valueOf(row.getString("colour")),
                CardCondition.valueOf(row.getString("condition")));
    }

    Uni<Void> insert(SqlClient transaction, UUID id, Responsibility line, UUID period, Grounds grounds) {
        Tuple row = Tuple.of(id, line.id(), period, line.area().value(), line.unitId(), line.indicatorCode());
        return transaction
                .preparedQuery(INSERT)
                .execute(grounds(row, grounds).addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Void> renew(SqlClient transaction, UUID id, Grounds grounds) {
        return transaction
                .preparedQuery(RENEW)
                .execute(grounds(Tuple.of(id), grounds))
                .replaceWithVoid();
    }

    private static Tuple grounds(Tuple row, Grounds grounds) {
        return row.addString(grounds.rule().colour().name())
                .addString(grounds.rule().code())
                .addString(grounds.rule().condition().name())
                .addString(grounds.reasonZh())
                .addString(grounds.reasonEn())
                .addUUID(grounds.valueId())
                .addUUID(grounds.rule().id());
    }

    Uni<Void> move(SqlClient transaction, UUID id, CardStatus status) {
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.of(id, status.name(), LocalDays.today(clock)))
                .replaceWithVoid();
    }

    /** @param at since when the rules do not ask for it; null where they do again */
    Uni<Void> note(SqlClient transaction, UUID id, @Nullable Instant at) {
        return transaction
                .preparedQuery(NOTE)
                .execute(Tuple.of(id, at == null ? null : at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Answers the yellow cards that were upgraded to a red one. */
    Uni<List<UUID>> upgrade(SqlClient transaction, UUID red) {
        return transaction
                .preparedQuery(UPGRADE)
                .execute(Tuple.of(red, LocalDays.today(clock)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    Uni<List<Card>> list(Sight sight, Wanted wanted, Optional<Cursor> after, int limit) {
        AreaCode area = wanted.area();
        CardStatus status = wanted.status();
        Tuple arguments = Tuple.of(sight.areas().lower(), sight.areas().upper(), sight.unitIds())
                .addLong(area == null ? null : area.value())
                .addString(status == null ? null : status.name())
                .addUUID(wanted.unit())
                .addLong(after.map(cursor -> cursor.number(0)).orElse(0L))
                .addString(after.map(cursor -> cursor.parts().get(1)).orElse(""))
                .addUUID(after.map(cursor -> cursor.uuid(2)).orElse(FIRST))
                .addInteger(limit);
        return pool.preparedQuery(LIST).execute(arguments).map(CardRows::read);
    }

    private static Uni<Optional<Card>> one(SqlClient client, String sql, UUID id) {
        return client.preparedQuery(sql).execute(Tuple.of(id)).map(rows -> read(rows).stream()
                .findFirst());
    }

    private static List<Card> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Card::of).toList();
    }
}
