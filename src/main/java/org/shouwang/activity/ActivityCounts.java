package org.shouwang.activity;

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

/** Counts activities by area for rooms above, who have checked the scope. Runs on the reactive pool. */
@Singleton
public class ActivityCounts {

    /** Served by activity_area and the primary key of activity_attendance. */
    static final String COUNT = Areas.CODES + """
            select place.code, held.*
            from place cross join lateral (
                select count(*) as sessions, coalesce(sum(a.count_children), 0) as child_person_times,
                       count(*) filter (where exists (select from activity_attendance t where t.activity_id = a.id))
                           as sessions_with_attendance
                from activity a
                where a.area_code = place.code and a.started_at >= $3 and a.started_at < $4
                having count(*) > 0) held
            """;

    private final Pool pool;

    ActivityCounts(Pool pool) {
        this.pool = pool;
    }

    /** The activities of each area of the scope that has any, which started in [from, to): one statement. */
    public Uni<Map<AreaCode, ActivityNumbers>> of(AreaRanges scope, Instant from, Instant to) {
        Tuple arguments =
                Tuple.of(scope.lower(), scope.upper(), from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(COUNT).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(row -> new AreaCode(row.getLong("code")), ActivityNumbers::of)));
    }
}
