package org.shouwang.area;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.LocalDays;

/** Successions in the transaction of a use case. */
final class SuccessionRows {

    /** No request that began under the old code is still on its way. */
    private static final Duration SETTLING = Duration.ofDays(1);

    /** One at a time, since two together could make a ring that neither sees; nor does the area become a host meanwhile. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('area-succession', 0)), "
            + "pg_advisory_xact_lock(hashtextextended('area-hosting', 0))";

    private static final String KNOWN =
            "select id, area_code, successor_code, on_day from area_succession where id = $1 or area_code = $2";

    private static final String FACTS = """
            with recursive chain(code, next) as (
                select s.code, s.successor_code from area s where s.code = $2
                union
                select s.code, s.successor_code from chain join area s on s.code = chain.next)
            select a.level, a.valid_from, s.level as successor,
                   exists (select from area c where c.parent_code = a.code and (c.valid_to is null or c.valid_to >= $3))
                       as living_children,
                   exists (select from area h where h.administered_by_area_code = a.code) as runs_others,
                   exists (select from chain where chain.code = a.code) as circular
            from area a
            left join area s on s.code = $2 and s.valid_from <= $3 and (s.valid_to is null or s.valid_to >= $3)
            where a.code = $1
            """;

    private static final String END =
            "update area set valid_to = cast($3 as date) - 1, successor_code = $2 where code = $1";

    private static final String INSERT = """
            insert into area_succession (id, area_code, successor_code, on_day, created_at, created_by, settled_at,
                                         next_look_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    private final SqlConnection transaction;

    SuccessionRows(SqlConnection transaction) {
        this.transaction = transaction;
    }

    /** What is stored under the id, and what is stored of the area. */
    Uni<List<SuccessionView>> known(UUID id, AreaCode area) {
        return transaction
                .query(ALONE)
                .execute()
                .chain(() -> transaction.preparedQuery(KNOWN).execute(Tuple.of(id, area.value())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new SuccessionView(
                                row.getUUID("id"),
                                new AreaCode(row.getLong("area_code")),
                                new AreaCode(row.getLong("successor_code")),
                                row.getLocalDate("on_day")))
                        .toList());
    }

    Uni<Optional<SuccessionRules.Facts>> facts(AreaCode area, SuccessionForm form) {
        return transaction
                .preparedQuery(FACTS)
                .execute(Tuple.of(area.value(), form.successor().value(), form.on()))
                .map(SuccessionRows::facts);
    }

    private static Optional<SuccessionRules.Facts> facts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new SuccessionRules.Facts(
                        AreaLevel.valueOf(row.getString("level")),
                        row.getLocalDate("valid_from"),
                        Optional.ofNullable(row.getString("successor")).map(AreaLevel::valueOf),
                        row.getBoolean("living_children"),
                        row.getBoolean("runs_others"),
                        row.getBoolean("circular")))
                .findFirst();
    }

    /** Ends the area and lets its belongings move from the first moment of its successor. */
    Uni<Void> insert(AreaCode area, SuccessionForm form, UUID workerId, Instant now) {
        Instant begins = LocalDays.at(form.on(), LocalTime.MIDNIGHT);
        Instant first = begins.isAfter(now) ? begins : now;
        Tuple row = Tuple.of(form.id(), area.value(), form.successor().value(), form.on())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addUUID(workerId)
                .addOffsetDateTime(first.plus(SETTLING).atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(first.atOffset(ZoneOffset.UTC));
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(area.value(), form.successor().value(), form.on()))
                .chain(() -> transaction.preparedQuery(INSERT).execute(row))
                .replaceWithVoid();
    }
}
