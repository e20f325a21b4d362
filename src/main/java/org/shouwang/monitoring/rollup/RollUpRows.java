package org.shouwang.monitoring.rollup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** Published values by area and by period, on the reactive client. */
@Singleton
class RollUpRows {

    /** The areas right below that count for it on the day, each with what it published; by area_parent and indicator_value_area. */
    private static final String BELOW = """
            select c.code, c.name, v.indicator_code, v.numerator, v.denominator
            from area a
            join area c on c.parent_code = a.code and c.valid_from <= $2 and (c.valid_to is null or c.valid_to >= $2)
                and c.administered_by_organisation_id is null
                and (c.administered_by_area_code is null
                     or (c.administered_by_area_code >= a.code and c.administered_by_area_code < a.code_end))
            left join (indicator_value v
                       join collection_period p on p.id = v.period_id and p.year = $3 and p.quarter is not distinct from $4::int
                           and p.withdrawn_at is null)
                on v.area_code = c.code and v.superseded_by is null and v.status in ('PUBLISHED', 'CORRECTED')
                and ($5::text is null or v.indicator_code = $5)
            where a.code = $1
            order by c.code
            """;

    /** By indicator_value_area. */
    private static final String OVER_TIME = """
            select p.year, p.quarter, v.numerator, v.denominator
            from indicator_value v
            join collection_period p on p.id = v.period_id and p.withdrawn_at is null
            where v.area_code = $1 and v.indicator_code = $2 and v.superseded_by is null
              and v.status in ('PUBLISHED', 'CORRECTED') and p.year between $3 and $4
            order by p.year, p.quarter nulls last
            """;

    private final Pool pool;

    RollUpRows(Pool pool) {
        this.pool = pool;
    }

    /** An area below, with a value or with none: of each indicator one line. */
    record Line(AreaCode area, String name, @Nullable Part part) {

        static Line of(Row row) {
            return new Line(
                    new AreaCode(row.getLong("code")),
                    row.getString("name"),
                    row.getString("indicator_code") == null ? null : Part.of(row));
        }
    }

    Uni<List<Line>> below(
            AreaCode area, LocalDate day, int year, @Nullable Integer quarter, @Nullable String indicator) {
        return pool.preparedQuery(BELOW)
                .execute(Tuple.of(area.value(), day, year, quarter, indicator))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Line::of)
                        .toList());
    }

    Uni<List<Moment>> overTime(AreaCode area, String indicator, int fromYear, int toYear) {
        return pool.preparedQuery(OVER_TIME)
                .execute(Tuple.of(area.value(), indicator, fromYear, toYear))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Moment(
                                row.getInteger("year"),
                                row.getInteger("quarter"),
                                row.getBigDecimal("numerator"),
                                row.getBigDecimal("denominator")))
                        .toList());
    }
}
