package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.AreaCode;

/** All values of a period at once, without the persons who stand for them. */
@Singleton
public class PeriodValues {

    /** By indicator_value_once and indicator_value_act_value. */
    private static final String OF_PERIOD = """
            select v.responsibility_id, v.area_code, a.name as area_name, v.unit_id, o.name as unit_name, v.indicator_code, v.catalogue_version,
                   v.status, v.value_version, v.numerator, v.denominator, v.value, v.provisional, v.submitted_at,
                   (select count(*)::int from indicator_value_act x where x.value_id = v.id and x.kind = 'RETURN') as returned
            from indicator_value v
            join organisation o on o.id = v.unit_id
            join area a on a.code = v.area_code
            where v.period_id = $1 and v.superseded_by is null
              and (exists (select from unnest($2::bigint[], $3::bigint[]) as s(lower, upper)
                           where v.area_code >= s.lower and v.area_code < s.upper)
                   or v.unit_id = any($4))
            order by v.area_code, v.indicator_code
            """;

    /**
     * A value as it stands.
     *
     * @param returned how often it was given back
     */
    public record Given(
            UUID responsibilityId,
            AreaCode area,
            String areaName,
            UUID unitId,
            String unitName,
            String indicatorCode,
            String catalogueVersion,
            ValueStatus status,
            int valueVersion,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            boolean provisional,
            Instant submittedAt,
            int returned) {

        static Given of(Row row) {
            return new Given(
                    row.getUUID("responsibility_id"),
                    new AreaCode(row.getLong("area_code")),
                    row.getString("area_name"),
                    row.getUUID("unit_id"),
                    row.getString("unit_name"),
                    row.getString("indicator_code"),
                    row.getString("catalogue_version"),
                    ValueStatus.valueOf(row.getString("status")),
                    row.getInteger("value_version"),
                    row.getBigDecimal("numerator"),
                    row.getBigDecimal("denominator"),
                    row.getBigDecimal("value"),
                    row.getBoolean("provisional"),
                    row.getOffsetDateTime("submitted_at").toInstant(),
                    row.getInteger("returned"));
        }
    }

    /** What somebody sees of them. */
    public Uni<List<Given>> of(SqlClient client, UUID period, Sight sight) {
        return client.preparedQuery(OF_PERIOD)
                .execute(Tuple.of(period, sight.areas().lower(), sight.areas().upper(), sight.unitIds()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Given::of)
                        .toList());
    }
}
