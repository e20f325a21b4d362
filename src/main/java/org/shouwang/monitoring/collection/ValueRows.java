package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.platform.record.RequestHash;

/** Values in the transaction of a use case. */
@Singleton
class ValueRows {

    static final String SELECT =
            "select " + IndicatorValue.COLUMNS + "from indicator_value v join organisation o on o.id = v.unit_id\n";

    private static final String BY_ID = SELECT + "where v.id = $1";

    private static final String LOCKED = BY_ID + " for update of v";

    /** By indicator_value_once. */
    private static final String IS_THERE = """
            select exists (select from indicator_value v join responsibility r on r.id = v.responsibility_id
                           where v.period_id = $1 and v.area_code = $2 and v.indicator_code = $3 and v.superseded_by is null
                             and r.withdrawn_at is null and v.status <> 'OPEN') as there
            """;

    /** By indicator_value_once. */
    private static final String SUPERSEDE = """
            update indicator_value set superseded_by = $1
            where period_id = $2 and area_code = $3 and indicator_code = $4 and superseded_by is null
            """;

    private static final String INSERT = """
            insert into indicator_value (id, period_id, responsibility_id, area_code, unit_id, indicator_code, catalogue_version,
                status, value_version, numerator, denominator, provisional, source, estimate_method, evidence, attested_by,
                evidence_file_ids, value, submitted_at, submitted_by, request_hash, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, 'SUBMITTED', 1, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $18)
            """;

    private static final String FIGURES = """
            update indicator_value
            set status = $2, value_version = value_version + 1, numerator = $3, denominator = $4, provisional = $5,
                source = $6, estimate_method = $7, evidence = $8, attested_by = $9, evidence_file_ids = $10, value = $11,
                submitted_at = $12, submitted_by = $13, made_by = 'PERSON', return_reason = null
            where id = $1
            """;

    private static final String STATUS = "update indicator_value set status = $2, return_reason = $3 where id = $1";

    /** The county's townships that lead for the indicator in the year, and what they gave; by responsibility_area. */
    private static final String TOWNSHIPS = """
            select count(*)::int as owed, count(v.id)::int as given,
                   coalesce(sum(v.numerator), 0) as numerators, coalesce(sum(v.denominator), 0) as denominators
            from area a
            join responsibility r on r.area_code > a.code and r.area_code < a.code_end and r.year = $3
            join area t on t.code = r.area_code and t.level = 'TOWNSHIP'
            join collection_period p on p.id = $4
            left join indicator_value v on v.responsibility_id = r.id and v.period_id = p.id and v.superseded_by is null
                and v.status not in ('RETURNED', 'OPEN')
            where a.code = $1 and (p.closed_on is null or r.created_at < (p.closed_on + 1) at time zone 'Asia/Shanghai') and a.level = 'COUNTY' and r.indicator_code = $2 and r.role = 'LEAD' and r.withdrawn_at is null
            """;

    private final Clock clock;

    ValueRows(Clock clock) {
        this.clock = clock;
    }

    Uni<Optional<IndicatorValue>> find(SqlClient client, UUID id) {
        return one(client, BY_ID, id);
    }

    /** Held until the transaction ends. */
    Uni<Optional<IndicatorValue>> locked(SqlClient transaction, UUID id) {
        return one(transaction, LOCKED, id);
    }

    Uni<Boolean> isThere(SqlClient transaction, UUID period, Responsibility line) {
        return transaction
                .preparedQuery(IS_THERE)
                .execute(Tuple.of(period, line.area().value(), line.indicatorCode()))
                .map(rows -> rows.iterator().next().getBoolean("there"));
    }

    /** What was reported under a line that was withdrawn since, and what nobody has confirmed, gives way to another value. */
    Uni<Void> supersede(SqlClient transaction, UUID by, UUID period, Responsibility line) {
        return transaction
                .preparedQuery(SUPERSEDE)
                .execute(Tuple.of(by, period, line.area().value(), line.indicatorCode()))
                .replaceWithVoid();
    }

    Uni<Void> insert(
            SqlClient transaction,
            UUID id,
            ValueForm form,
            Responsibility line,
            String catalogueVersion,
            @Nullable BigDecimal value,
            UUID workerId) {
        Tuple row = Tuple.of(id, form.periodId(), line.id(), line.area().value(), line.unitId(), line.indicatorCode())
                .addString(catalogueVersion);
        figures(row, form.figures(), value)
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(workerId)
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()));
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    /** Another version. */
    Uni<Void> replace(
            SqlClient transaction,
            UUID id,
            ValueStatus status,
            Figures figures,
            @Nullable BigDecimal value,
            UUID workerId) {
        Tuple row = figures(Tuple.of(id, status.name()), figures, value)
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(workerId);
        return transaction.preparedQuery(FIGURES).execute(row).replaceWithVoid();
    }

    Uni<Void> move(SqlClient transaction, UUID id, ValueStatus status, @Nullable String returnReason) {
        return transaction
                .preparedQuery(STATUS)
                .execute(Tuple.of(id, status.name(), returnReason))
                .replaceWithVoid();
    }

    Uni<TownshipSum> townships(SqlClient transaction, Responsibility line, UUID period) {
        return transaction
                .preparedQuery(TOWNSHIPS)
                .execute(Tuple.of(line.area().value(), line.indicatorCode(), line.year(), period))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new TownshipSum(
                            row.getInteger("owed"),
                            row.getInteger("given"),
                            row.getBigDecimal("numerators"),
                            row.getBigDecimal("denominators"));
                });
    }

    /** The columns of figures in their order, with the value that follows from them. */
    static Tuple figures(Tuple row, Figures figures, @Nullable BigDecimal value) {
        return row.addBigDecimal(figures.numerator())
                .addBigDecimal(figures.denominator())
                .addBoolean(figures.provisional())
                .addString(figures.source())
                .addString(figures.estimateMethod())
                .addString(figures.evidence())
                .addString(figures.attestedBy())
                .addArrayOfUUID(files(figures))
                .addBigDecimal(value);
    }

    private static UUID @Nullable [] files(Figures figures) {
        List<UUID> files = figures.evidenceFileIds();
        return files == null ? null : files.toArray(UUID[]::new);
    }

    private static Uni<Optional<IndicatorValue>> one(SqlClient client, String sql, UUID id) {
        return client.preparedQuery(sql).execute(Tuple.of(id)).map(rows -> read(rows).stream()
                .findFirst());
    }

    static List<IndicatorValue> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(IndicatorValue::of)
                .toList();
    }
}
