package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;

/** Counts visits to children by area for rooms above, who have checked the scope. Runs on the reactive pool. */
@Singleton
public class VisitCounts {

    /** Served by visit_area, in each village its own part of the period, and by the primary key of visit_child. */
    static final String COUNT = Areas.CODES + """
            select place.code, found.*
            from place cross join lateral (
                select count(*) filter (where v.method = 'HOME') as home,
                       count(*) filter (where v.method = 'HOME' and v.outcome in ('MET_CHILD_AND_CAREGIVER', 'MET_CHILD'))
                           as home_met_child,
                       count(*) filter (where v.method = 'HOME' and v.outcome = 'MET_CAREGIVER') as home_met_caregiver,
                       count(*) filter (where v.method = 'HOME' and v.outcome in ('NO_ONE_HOME', 'REFUSED', 'MOVED'))
                           as home_met_nobody,
                       count(*) filter (where v.method = 'PHONE') as phone,
                       count(*) filter (where v.method = 'VIDEO') as video,
                       count(*) filter (where v.method = 'SCHOOL') as school,
                       count(*) filter (where v.method = 'ACTIVITY') as activity,
                       count(*) filter (where v.method = 'MEETING') as meeting
                from visit v
                where v.area_code = place.code and v.started_at >= $3 and v.started_at < $4
                  and exists (select from visit_child c where c.visit_id = v.id)
                having count(*) > 0) found
            """;

    private final Pool pool;

    VisitCounts(Pool pool) {
        this.pool = pool;
    }

    /** The visits of each area of the scope that has any, which began in [from, to): one statement. */
    public Uni<Map<AreaCode, VisitNumbers>> of(AreaRanges scope, Instant from, Instant to) {
        Tuple arguments =
                Tuple.of(scope.lower(), scope.upper(), from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(COUNT).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(row -> new AreaCode(row.getLong("code")), VisitNumbers::of)));
    }
}
