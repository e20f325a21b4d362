package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.platform.AreaCode;

/** What units owed in the periods of a year, when they gave it and whether it stood: one statement however many they are. */
@Singleton
public class ReportedValues {

    /** What counts as reported is as in {@link UnitDeliveries}; by collection_period_once, responsibility_area, indicator_value_responsibility and indicator_value_act_value. */
    private static final String OF_YEAR = """
            select r.id as responsibility_id, r.unit_id, v.reported_on, v.returned, v.corrected,
                   greatest(p.due_on, (p.created_at at time zone 'Asia/Shanghai')::date,
                            (r.created_at at time zone 'Asia/Shanghai')::date) as due_on
            from collection_period p
            join area a on a.code = p.area_code
            join responsibility r on r.year = p.year and r.area_code >= a.code and r.area_code < a.code_end
                and r.role = 'LEAD' and r.withdrawn_at is null
                and r.indicator_code = any(case when p.quarter is null then $4::text[] else $3::text[] end)
            cross join lateral (
                select (min(t.done_at) filter (where t.kind in ('SUBMIT', 'RESUBMIT') and i.status not in ('RETURNED', 'OPEN')
                            and t.done_at > coalesce(back.at, '-infinity')) at time zone 'Asia/Shanghai')::date as reported_on,
                       coalesce(bool_or(t.kind = 'RETURN'), false) as returned,
                       coalesce(bool_or(t.kind = 'CORRECT'), false) as corrected
                from indicator_value i join indicator_value_act t on t.value_id = i.id and t.made_by = 'PERSON'
                left join lateral (select max(x.done_at) as at from indicator_value_act x
                                   where x.value_id = i.id and x.kind = 'TAKE_BACK') back on true
                where i.responsibility_id = r.id and i.period_id = p.id and i.superseded_by is null) v
            where p.area_code = $1 and p.year = $2 and p.withdrawn_at is null
              and (p.closed_on is null or (r.created_at at time zone 'Asia/Shanghai')::date <= p.closed_on)
            """;

    /**
     * A value that a unit owes.
     *
     * @param reportedOn when it was first reported and not taken back; null where it is missing or with the unit again
     * @param returned whether it was given back
     * @param corrected whether it was changed after it was published
     */
    public record Report(
            UUID responsibilityId,
            UUID unitId,
            LocalDate dueOn,
            @Nullable LocalDate reportedOn,
            boolean returned,
            boolean corrected) {}

    public Uni<List<Report>> ofYear(SqlClient client, AreaCode county, int year, Catalogue catalogue) {
        return client.preparedQuery(OF_YEAR)
                .execute(Tuple.of(
                        county.value(),
                        year,
                        codes(catalogue, Indicator::isQuarterly),
                        codes(catalogue, Indicator::isYearly)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Report(
                                row.getUUID("responsibility_id"),
                                row.getUUID("unit_id"),
                                row.getLocalDate("due_on"),
                                row.getLocalDate("reported_on"),
                                row.getBoolean("returned"),
                                row.getBoolean("corrected")))
                        .toList());
    }

    private static String[] codes(Catalogue catalogue, Predicate<Indicator> due) {
        return catalogue.indicators().stream().filter(due).map(Indicator::code).toArray(String[]::new);
    }
}
