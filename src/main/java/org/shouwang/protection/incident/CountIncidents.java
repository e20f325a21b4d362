package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;

/** How many incidents the county has, by month and stage: figures without persons, for the lead alone. */
@Singleton
class CountIncidents {

    private static final String BY_MONTH = """
            select to_char(date_trunc('month', i.clock_from at time zone $3), 'YYYY-MM') as month, i.stage, count(*) as incidents
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join incident i on i.area_code >= r.lower and i.area_code < r.upper
            group by 1, 2
            order by 1 desc, 2
            """;

    private final Areas areas;
    private final Pool pool;

    CountIncidents(Areas areas, Pool pool) {
        this.areas = areas;
        this.pool = pool;
    }

    /** @param area a part of the lead's area; all of it when null */
    Uni<Result<IncidentStatisticsView>> of(@Nullable AreaCode area, Caller caller) {
        return caller.with(Right.INCIDENT_LEAD)
                .thenDo(able -> areas.within(able.where(Right.INCIDENT_LEAD), Optional.ofNullable(area))
                        .chain(this::counted)
                        .map(IncidentStatisticsView::new));
    }

    private Uni<List<IncidentStatisticsView.Line>> counted(AreaRanges scope) {
        return pool.preparedQuery(BY_MONTH)
                .execute(Tuple.of(scope.lower(), scope.upper(), LocalDays.ZONE.getId()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new IncidentStatisticsView.Line(
                                row.getString("month"),
                                Stage.valueOf(row.getString("stage")),
                                row.getInteger("incidents")))
                        .toList());
    }
}
