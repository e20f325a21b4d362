package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What units have delivered for a period, counted unit by unit in one statement. */
@Singleton
public class UnitDeliveries {

    /**
     * Of what is there, the first report of a person counts that was not taken back; of lines that were issued after the due day,
     * as {@link CollectionPeriod#dueOn(org.shouwang.monitoring.breakdown.Responsibility)} says. By responsibility_area,
     * indicator_value_responsibility and indicator_value_act_value.
     */
    private static final String BY_UNIT = """
            select r.unit_id, count(*)::int as due,
                   (count(*) filter (where v.status not in ('RETURNED', 'OPEN') and first.day <= late.from_on))::int as in_time,
                   (count(*) filter (where v.status not in ('RETURNED', 'OPEN') and first.day > late.from_on))::int as late,
                   coalesce(sum(acts.returned), 0)::int as returned
            from collection_period p
            join area a on a.code = p.area_code
            join responsibility r on r.year = p.year and r.area_code >= a.code and r.area_code < a.code_end
            left join indicator_value v on v.responsibility_id = r.id and v.period_id = p.id and v.superseded_by is null
            cross join lateral (
                select greatest(p.due_on, (p.created_at at time zone 'Asia/Shanghai')::date,
                                (r.created_at at time zone 'Asia/Shanghai')::date) as from_on) late
            left join lateral (
                select count(*) filter (where x.kind = 'RETURN') as returned, max(x.done_at) filter (where x.kind = 'TAKE_BACK') as back_at
                from indicator_value_act x where x.value_id = v.id) acts on true
            left join lateral (
                select (min(x.done_at) at time zone 'Asia/Shanghai')::date as day
                from indicator_value_act x
                where x.value_id = v.id and x.made_by = 'PERSON' and x.kind in ('SUBMIT', 'RESUBMIT')
                  and x.done_at > coalesce(acts.back_at, '-infinity')) first on true
            where p.id = $1 and r.role = 'LEAD' and r.withdrawn_at is null and r.indicator_code = any($2)
            group by r.unit_id
            """;

    /**
     * What a unit was to report.
     *
     * @param due how many values
     * @param inTime reported by the due day
     * @param late reported after it
     * @param returned how often one was given back
     */
    public record Delivered(UUID unitId, int due, int inTime, int late, int returned) {

        /** What is still to come. */
        public int owed() {
            return due - inTime - late;
        }
    }

    /**
     * What each unit that leads for something has delivered.
     *
     * @param due the codes of the indicators that are due in it
     */
    public Uni<List<Delivered>> of(SqlClient client, CollectionPeriod period, Collection<String> due) {
        return client.preparedQuery(BY_UNIT)
                .execute(Tuple.of(period.id(), due.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Delivered(
                                row.getUUID("unit_id"),
                                row.getInteger("due"),
                                row.getInteger("in_time"),
                                row.getInteger("late"),
                                row.getInteger("returned")))
                        .toList());
    }
}
