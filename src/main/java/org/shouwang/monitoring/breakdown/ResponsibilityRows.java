package org.shouwang.monitoring.breakdown;

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
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.record.RequestHash;

/** Lines of the book of responsibilities, on the reactive client. */
@Singleton
public class ResponsibilityRows {

    private static final String SELECT =
            "select " + Responsibility.COLUMNS + "from responsibility r join organisation o on o.id = r.unit_id\n";

    private static final String BY_ID = SELECT + "where r.id = $1";

    private static final String LOCKED = BY_ID + " for update of r";

    /** By responsibility_once. */
    private static final String BESIDE = SELECT + """
            where r.area_code = $1 and r.indicator_code = $2 and r.year = $3 and r.withdrawn_at is null
            """;

    /** By responsibility_area. */
    private static final String LEADS = SELECT + """
            where r.area_code = $1 and r.year = $2 and r.role = 'LEAD' and r.withdrawn_at is null
            """;

    /** By responsibility_area. */
    private static final String LEADS_WITHIN = SELECT + """
            where r.area_code >= $1 and r.area_code < $2 and r.year = $3 and r.role = 'LEAD' and r.withdrawn_at is null
            order by r.area_code, r.indicator_code
            """;

    /** By responsibility_area. */
    private static final String OF_YEAR = SELECT + """
            where r.year = $1 and r.withdrawn_at is null
              and exists (select from unnest($2::bigint[], $3::bigint[]) as s(lower, upper)
                          where r.area_code >= s.lower and r.area_code < s.upper)
            """;

    private static final String INSERT = """
            insert into responsibility (id, area_code, year, indicator_code, unit_id, role, target_value, cumulative, doc_no, issued_on,
                                        measures, request_hash, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """;

    /** By the unique keys of both. */
    private static final String IS_USED =
            "select exists (select from responsibility where claim_id = $1 or withdrawal_id = $1) as used";

    private static final String CLAIM = """
            update responsibility set claimed_at = $2, claimed_by = $3, claim_id = $4, claimed_measures = $5, signed_file_id = $6 where id = $1
            """;

    private static final String WITHDRAW = """
            update responsibility set withdrawn_at = $2, withdrawn_by = $3, withdrawal_id = $4, withdrawal_reason = $5 where id = $1
            """;

    /** Of the areas of offices by responsibility_area, of the own units by responsibility_unit. */
    private static final String LIST = SELECT + """
            where r.id in (
                select i.id from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                join responsibility i on i.area_code >= s.lower and i.area_code < s.upper and i.year = $4
                union all
                select i.id from responsibility i where i.unit_id = any($3) and i.year = $4)
              and ($5::bigint is null or r.area_code = $5) and ($6::text is null or r.indicator_code = $6)
              and ($7::uuid is null or r.unit_id = $7)
              and (r.indicator_code, r.area_code, r.id) > ($8, $9, $10)
            order by r.indicator_code, r.area_code, r.id
            limit $11
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final Clock clock;

    ResponsibilityRows(Clock clock) {
        this.clock = clock;
    }

    /** What is wanted of a year's book; all where it is null. */
    record Wanted(
            int year,
            @Nullable AreaCode area,
            @Nullable String indicator,
            @Nullable UUID unit) {}

    public Uni<Optional<Responsibility>> find(SqlClient client, UUID id) {
        return client.preparedQuery(BY_ID).execute(Tuple.of(id)).map(rows -> read(rows).stream()
                .findFirst());
    }

    /** Held until the transaction ends. */
    public Uni<Optional<Responsibility>> locked(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(LOCKED).execute(Tuple.of(id)).map(rows -> read(rows).stream()
                .findFirst());
    }

    /** What counts for an indicator in a place and year. */
    Uni<List<Responsibility>> beside(SqlClient client, AreaCode area, String indicator, int year) {
        return client.preparedQuery(BESIDE)
                .execute(Tuple.of(area.value(), indicator, year))
                .map(ResponsibilityRows::read);
    }

    /** The lines under which units lead in a place and year. */
    public Uni<List<Responsibility>> leads(SqlClient client, AreaCode area, int year) {
        return client.preparedQuery(LEADS).execute(Tuple.of(area.value(), year)).map(ResponsibilityRows::read);
    }

    /** The same of a place and of all below it. */
    public Uni<List<Responsibility>> leadsWithin(SqlClient client, AreaRanges areas, int year) {
        return client.preparedQuery(LEADS_WITHIN)
                .execute(Tuple.of(areas.lower()[0], areas.upper()[0], year))
                .map(ResponsibilityRows::read);
    }

    /** All lines of a year's book that count in these areas. */
    public Uni<List<Responsibility>> ofYear(SqlClient client, AreaRanges areas, int year) {
        return client.preparedQuery(OF_YEAR)
                .execute(Tuple.of(year, areas.lower(), areas.upper()))
                .map(ResponsibilityRows::read);
    }

    Uni<Void> insert(SqlClient transaction, UUID id, ResponsibilityForm form, UUID workerId) {
        Tuple row = Tuple.of(id, form.areaCode().value(), form.year(), form.indicatorCode(), form.unitId())
                .addString(form.role().name())
                .addBigDecimal(form.targetValue())
                .addBoolean(Boolean.TRUE.equals(form.cumulative()))
                .addString(form.docNo())
                .addLocalDate(form.issuedOn())
                .addString(form.measures())
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(workerId);
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    /** Whether an act of this id was done to a line already. */
    Uni<Boolean> isUsed(SqlClient transaction, UUID act) {
        return transaction.preparedQuery(IS_USED).execute(Tuple.of(act)).map(rows -> rows.iterator()
                .next()
                .getBoolean("used"));
    }

    Uni<Void> claim(SqlClient transaction, UUID id, ClaimForm form, UUID workerId) {
        return set(
                transaction,
                CLAIM,
                acted(id, form.id(), form.measures(), workerId).addUUID(form.signedFileId()));
    }

    Uni<Void> withdraw(SqlClient transaction, UUID id, WithdrawalForm form, UUID workerId) {
        return set(transaction, WITHDRAW, acted(id, form.id(), form.reason(), workerId));
    }

    private Tuple acted(UUID id, UUID act, @Nullable String text, UUID workerId) {
        return Tuple.of(id, clock.instant().atOffset(ZoneOffset.UTC), workerId, act, text);
    }

    private static Uni<Void> set(SqlClient transaction, String sql, Tuple row) {
        return transaction.preparedQuery(sql).execute(row).replaceWithVoid();
    }

    Uni<List<Responsibility>> list(SqlClient client, Sight sight, Wanted wanted, Optional<Cursor> after, int limit) {
        AreaCode area = wanted.area();
        Tuple arguments = Tuple.of(sight.areas().lower(), sight.areas().upper(), sight.unitIds(), wanted.year())
                .addLong(area == null ? null : area.value())
                .addString(wanted.indicator())
                .addUUID(wanted.unit())
                .addString(after.map(cursor -> cursor.parts().get(0)).orElse(""))
                .addLong(after.map(cursor -> cursor.number(1)).orElse(0L))
                .addUUID(after.map(cursor -> cursor.uuid(2)).orElse(FIRST))
                .addInteger(limit);
        return client.preparedQuery(LIST).execute(arguments).map(ResponsibilityRows::read);
    }

    private static List<Responsibility> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Responsibility::of)
                .toList();
    }
}
