package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Cursor;

/** Values as they are looked up, and what is missing, on the reactive client. */
@Singleton
public class FoundValues {

    private static final String WANTED = """
            (x.area_code, x.indicator_code, x.id) > ($9, $10, $11)
            and ($4::uuid is null or x.period_id = $4) and ($5::text is null or x.status = $5)
            and ($6::bigint is null or x.area_code = $6) and ($7::text is null or x.indicator_code = $7)
            and ($8::uuid is null or x.unit_id = $8)
            """;

    /** Of the areas of offices by indicator_value_area, a page of each range; of the own units by indicator_value_unit. */
    private static final String LIST = """
            with page as (
                select i.id from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                cross join lateral (
                    select x.id from indicator_value x
                    where x.area_code >= greatest(s.lower, $9) and x.area_code < s.upper and
            """ + WANTED + """
                    order by x.area_code, x.indicator_code, x.id
                    limit $12) i
                union
                select x.id from indicator_value x where x.unit_id = any($3) and
            """ + WANTED + ")\n" + ValueRows.SELECT + """
            where v.id in (select id from page)
            order by v.area_code, v.indicator_code, v.id
            limit $12
            """;

    /** The lines that lead for indicators of a period, with what was given; by responsibility_area and indicator_value_responsibility. */
    private static final String OWED = "select " + Responsibility.COLUMNS + """
            , v.id as value_id, v.status as value_status
            from collection_period p
            join area a on a.code = p.area_code
            join responsibility r on r.year = p.year and r.area_code >= a.code and r.area_code < a.code_end
            join organisation o on o.id = r.unit_id
            left join indicator_value v on v.responsibility_id = r.id and v.period_id = p.id and v.superseded_by is null
            where p.id = $1 and r.role = 'LEAD' and r.withdrawn_at is null and r.indicator_code = any($2)
              and (v.id is null or v.status in ('RETURNED', 'OPEN'))
            """;

    private static final String OWED_PAGE = OWED + """
              and (exists (select from unnest($3::bigint[], $4::bigint[]) as s(lower, upper)
                           where r.area_code >= s.lower and r.area_code < s.upper)
                   or r.unit_id = any($5))
              and (r.area_code, r.indicator_code, r.id) > ($6, $7, $8)
            order by r.area_code, r.indicator_code, r.id
            limit $9
            """;

    /** By collection_period_once and indicator_value_once. */
    private static final String PAST = """
            select v.area_code, v.indicator_code, p.year, p.quarter, v.numerator, v.denominator, v.value, r.cumulative
            from collection_period p
            join indicator_value v on v.period_id = p.id and v.superseded_by is null
            join responsibility r on r.id = v.responsibility_id
            where p.area_code = $1 and p.year between $2::int - 3 and $2::int and v.area_code = any($3) and p.withdrawn_at is null
              and ($4::text is null or v.indicator_code = $4) and v.status in ('PUBLISHED', 'CORRECTED')
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final Pool pool;

    FoundValues(Pool pool) {
        this.pool = pool;
    }

    /** What is wanted of a list; all where it is null. */
    record Wanted(
            @Nullable UUID period,
            @Nullable ValueStatus status,
            @Nullable AreaCode area,
            @Nullable String indicator,
            @Nullable UUID unit) {}

    /**
     * A value that is not there, that nobody has confirmed, or that is with the unit again.
     *
     * @param valueId of the one that was returned, or that the system made
     */
    public record Owed(Responsibility line, @Nullable UUID valueId, ValueStatus status) {}

    Uni<List<IndicatorValue>> list(Sight sight, Wanted wanted, Optional<Cursor> after, int limit) {
        AreaCode area = wanted.area();
        ValueStatus status = wanted.status();
        Tuple arguments = Tuple.of(sight.areas().lower(), sight.areas().upper(), sight.unitIds(), wanted.period())
                .addString(status == null ? null : status.name())
                .addLong(area == null ? null : area.value())
                .addString(wanted.indicator())
                .addUUID(wanted.unit());
        return pool.preparedQuery(LIST)
                .execute(after(arguments, after).addInteger(limit))
                .map(ValueRows::read);
    }

    /** What a caller sees of what is owed in a period, of the indicators that are due in it. */
    Uni<List<Owed>> owed(
            CollectionPeriod period, Collection<String> due, Sight sight, Optional<Cursor> after, int limit) {
        Tuple arguments = Tuple.of(period.id(), due.toArray(String[]::new))
                .addArrayOfLong(sight.areas().lower())
                .addArrayOfLong(sight.areas().upper())
                .addArrayOfUUID(sight.unitIds());
        return owed(pool, OWED_PAGE, after(arguments, after).addInteger(limit));
    }

    /** All that is owed in a period. */
    public Uni<List<Owed>> owed(SqlClient transaction, CollectionPeriod period, Collection<String> due) {
        return owed(transaction, OWED, Tuple.of(period.id(), due.toArray(String[]::new)));
    }

    /** What was published of places in the year of a period and the three before; of one indicator, or of all. */
    public Uni<Map<AreaCode, List<PastValue>>> past(
            SqlClient client, CollectionPeriod period, Collection<AreaCode> areas, @Nullable String indicator) {
        Long[] places = areas.stream().map(AreaCode::value).toArray(Long[]::new);
        return client.preparedQuery(PAST)
                .execute(Tuple.of(period.area().value(), period.year(), places, indicator))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> new AreaCode(row.getLong("area_code")),
                                Collectors.mapping(PastValue::of, Collectors.toList()))));
    }

    private static Uni<List<Owed>> owed(SqlClient client, String sql, Tuple arguments) {
        return client.preparedQuery(sql).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Owed(
                        Responsibility.of(row),
                        row.getUUID("value_id"),
                        row.getUUID("value_id") == null
                                ? ValueStatus.OPEN
                                : ValueStatus.valueOf(row.getString("value_status"))))
                .toList());
    }

    private static Tuple after(Tuple arguments, Optional<Cursor> after) {
        return arguments
                .addLong(after.map(cursor -> cursor.number(0)).orElse(0L))
                .addString(after.map(cursor -> cursor.parts().get(1)).orElse(""))
                .addUUID(after.map(cursor -> cursor.uuid(2)).orElse(FIRST));
    }
}
