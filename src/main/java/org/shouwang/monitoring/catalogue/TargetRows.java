package org.shouwang.monitoring.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
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
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.RequestHash;

/** Targets that areas decided, on the reactive client. */
@Singleton
class TargetRows {

    private static final String SELECT = "select " + LocalTarget.COLUMNS + "from indicator_target t\n";

    private static final String LOCKED = SELECT + "where t.id = $1 for update";

    /** By indicator_target_standing. */
    private static final String STANDS = """
            select exists (select from indicator_target
                           where area_code = $1 and indicator_code = $2 and plan = $3 and year = $4 and replaced_by is null) as stands
            """;

    private static final String INSERT = """
            insert into indicator_target (id, area_code, level, indicator_code, plan, year, due_on, operator, value, upper, soft,
                                          baseline_year, baseline_value, replaces, request_hash, decided_at, decided_by, binding)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """;

    /** The plan that is binding, by indicator_target_binding. */
    private static final String BINDING = """
            select plan from indicator_target
            where area_code = $1 and indicator_code = $2 and binding and replaced_by is null
            limit 1
            """;

    /** All rows of a plan, and of no other one. */
    private static final String BIND = """
            update indicator_target set binding = (plan = $3)
            where area_code = $1 and indicator_code = $2 and replaced_by is null and binding <> (plan = $3) and (plan = $3) = $4
            """;

    private static final String REPLACE = "update indicator_target set replaced_by = $2 where id = $1";

    /** What areas at these places on the way up decided, by indicator_target_area; with what was replaced where it is asked for. */
    private static final String OF_AREAS = SELECT + """
            where t.area_code = any($1) and ($2::text is null or t.indicator_code = $2) and ($3::int is null or t.year = $3)
              and ($4 or t.replaced_by is null)
            order by t.indicator_code, t.area_code desc, t.year, t.plan, t.decided_at
            """;

    private final Pool pool;
    private final Clock clock;

    TargetRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Held until the transaction ends. */
    Uni<Optional<LocalTarget>> locked(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(LOCKED).execute(Tuple.of(id)).map(rows -> targets(rows).stream()
                .findFirst());
    }

    /** Whether a target stands for the same. */
    Uni<Boolean> stands(SqlClient transaction, AreaCode area, TargetForm form) {
        return transaction
                .preparedQuery(STANDS)
                .execute(Tuple.of(area.value(), form.indicatorCode(), form.plan(), form.year()))
                .map(rows -> rows.iterator().next().getBoolean("stands"));
    }

    /** The plan by which an area is assessed; empty where there is none yet. */
    Uni<Optional<String>> binding(SqlClient transaction, AreaCode area, String indicator) {
        return transaction
                .preparedQuery(BINDING)
                .execute(Tuple.of(area.value(), indicator))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("plan"))
                        .findFirst());
    }

    /** Makes a plan the binding one: first the others cease to be it. */
    Uni<Void> bind(SqlClient transaction, AreaCode area, TargetForm form) {
        return transaction
                .preparedQuery(BIND)
                .execute(Tuple.of(area.value(), form.indicatorCode(), form.plan(), false))
                .chain(() -> transaction
                        .preparedQuery(BIND)
                        .execute(Tuple.of(area.value(), form.indicatorCode(), form.plan(), true)))
                .replaceWithVoid();
    }

    Uni<Void> insert(
            SqlClient transaction,
            UUID id,
            AreaCode area,
            TargetLevel level,
            TargetForm form,
            boolean binding,
            UUID workerId) {
        Tuple row = Tuple.of(id, area.value(), level.name(), form.indicatorCode(), form.plan(), form.year())
                .addLocalDate(form.dueOn())
                .addString(form.operator().name())
                .addBigDecimal(form.value())
                .addBigDecimal(form.upper())
                .addBoolean(Boolean.TRUE.equals(form.soft()))
                .addInteger(form.baselineYear())
                .addBigDecimal(form.baselineValue())
                .addUUID(form.replaces())
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(workerId)
                .addBoolean(binding);
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<Void> replace(SqlClient transaction, UUID earlier, UUID by) {
        return transaction.preparedQuery(REPLACE).execute(Tuple.of(earlier, by)).replaceWithVoid();
    }

    /**
     * What these areas ask for, by indicator, the smallest area first.
     *
     * @param history whether what was replaced is wanted too
     */
    Uni<List<LocalTarget>> of(
            SqlClient client,
            List<AreaCode> areas,
            @Nullable String indicator,
            @Nullable Integer year,
            boolean history) {
        return client.preparedQuery(OF_AREAS)
                .execute(Tuple.of(areas.stream().map(AreaCode::value).toArray(Long[]::new), indicator, year, history))
                .map(TargetRows::targets);
    }

    /** The same outside a transaction. */
    Uni<List<LocalTarget>> of(
            List<AreaCode> areas, @Nullable String indicator, @Nullable Integer year, boolean history) {
        return of(pool, areas, indicator, year, history);
    }

    private static List<LocalTarget> targets(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(LocalTarget::of)
                .toList();
    }
}
