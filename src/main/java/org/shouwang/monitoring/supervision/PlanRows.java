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
import org.shouwang.monitoring.supervision.LetterRows.Wanted;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.record.RequestHash;

/** Plans, on the reactive client. */
@Singleton
class PlanRows {

    private static final String SELECT =
            "select " + Plan.COLUMNS + "from rectification_plan p join organisation o on o.id = p.unit_id\n";

    private static final String BY_ID = SELECT + "where p.id = $1";

    private static final String LOCKED = BY_ID + " for update of p";

    /** By rectification_plan_letter. */
    private static final String OF_LETTER = SELECT + "where p.letter_id = $1";

    private static final String INSERT = """
            insert into rectification_plan (id, letter_id, area_code, unit_id, indicator_code, status, request_hash, created_at, created_by)
            values ($1, $2, $3, $4, $5, 'DRAFT', $6, $7, $8)
            """;

    private static final String REDRAFT = "update rectification_plan set request_hash = $2 where id = $1";

    private static final String MOVE = """
            update rectification_plan
            set status = $2, return_reason = $3, filed_on = case when $2 = 'FILED' then $4::date else filed_on end,
                done_on = case when $2 = 'DONE' then $4::date else done_on end,
                verified_on = case when $2 = 'VERIFIED' then $4::date else verified_on end
            where id = $1
            """;

    private static final String WANTED = """
            (x.area_code, x.indicator_code, x.id) > ($7, $8, $9)
            and ($4::bigint is null or x.area_code = $4) and ($5::text is null or x.status = $5)
            and ($6::uuid is null or x.unit_id = $6)
            """;

    /**
     * Of the areas of offices by rectification_plan_area, a page of each range, but for drafts; of the own units by
     * rectification_plan_unit.
     */
    private static final String LIST = """
            with page as (
                select i.id from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                cross join lateral (
                    select x.id from rectification_plan x
                    where x.area_code >= greatest(s.lower, $7) and x.area_code < s.upper and x.status <> 'DRAFT' and
            """ + WANTED + """
                    order by x.area_code, x.indicator_code, x.id
                    limit $10) i
                union
                select x.id from rectification_plan x
                where x.unit_id = any($3) and
            """ + WANTED + ")\n" + SELECT + """
            where p.id in (select id from page)
            order by p.area_code, p.indicator_code, p.id
            limit $10
            """;

    private final Clock clock;

    PlanRows(Clock clock) {
        this.clock = clock;
    }

    Uni<Optional<Plan>> find(SqlClient client, UUID id) {
        return one(client, BY_ID, id);
    }

    /** Held until the transaction ends. */
    Uni<Optional<Plan>> locked(SqlClient transaction, UUID id) {
        return one(transaction, LOCKED, id);
    }

    Uni<Optional<Plan>> ofLetter(SqlClient transaction, UUID letter) {
        return one(transaction, OF_LETTER, letter);
    }

    Uni<Void> insert(SqlClient transaction, UUID id, PlanForm form, Letter letter, UUID workerId) {
        Tuple row = Tuple.of(id, letter.id(), letter.area().value(), letter.unitId(), letter.indicatorCode())
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(workerId);
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<Void> redraft(SqlClient transaction, UUID id, PlanForm form) {
        return transaction
                .preparedQuery(REDRAFT)
                .execute(Tuple.of(id)
                        .addBuffer(Buffer.buffer(RequestHash.of(form).bytes())))
                .replaceWithVoid();
    }

    /** With the reason of a return. */
    Uni<Void> move(SqlClient transaction, UUID id, PlanStatus next, PlanAct act) {
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.of(id, next.name(), act.text(), LocalDays.today(clock)))
                .replaceWithVoid();
    }

    Uni<List<Plan>> list(SqlClient client, Sight sight, Wanted wanted, Optional<Cursor> after, int limit) {
        return client.preparedQuery(LIST)
                .execute(wanted.arguments(sight, after, limit))
                .map(PlanRows::read);
    }

    private static Uni<Optional<Plan>> one(SqlClient client, String sql, UUID id) {
        return client.preparedQuery(sql).execute(Tuple.of(id)).map(rows -> read(rows).stream()
                .findFirst());
    }

    private static List<Plan> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Plan::of).toList();
    }
}
