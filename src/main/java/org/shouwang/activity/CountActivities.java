package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.activity.ActivityRows.Wanted;
import org.shouwang.area.Areas;
import org.shouwang.area.AskedAreas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;

/** Counts the activities of an area: sessions (场次), person-times (人次) and persons (人数), kept apart. */
@Singleton
class CountActivities {

    /** One statement, so that all numbers are of the same moment. Served by activity_area. */
    private static final String COUNT = """
            with held as materialized (
                select c.*
                from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                join activity c on c.area_code >= r.lower and c.area_code < r.upper
                where c.started_at >= $3 and c.started_at < $4),
            counted as (
                select theme_code, count(*) as sessions,
                       coalesce(sum(count_children), 0) as children, coalesce(sum(count_boys), 0) as boys,
                       coalesce(sum(count_girls), 0) as girls, coalesce(sum(count_left_behind), 0) as left_behind,
                       coalesce(sum(count_difficult), 0) as difficult, coalesce(sum(count_migrant), 0) as migrant,
                       coalesce(sum(count_disabled), 0) as disabled, coalesce(sum(count_parents), 0) as parents,
                       coalesce(sum(count_women), 0) as women, coalesce(sum(count_volunteers), 0) as volunteers
                from held group by grouping sets ((theme_code), ())),
            named as (
                select h.theme_code, count(distinct t.child_id) as children, count(distinct t.activity_id) as sessions
                from held h join activity_attendance t on t.activity_id = h.id
                group by grouping sets ((h.theme_code), ()))
            select counted.*, coalesce(named.children, 0) as distinct_children,
                   coalesce(named.sessions, 0) as sessions_with_attendance
            from counted left join named on named.theme_code is not distinct from counted.theme_code
            order by counted.theme_code
            """;

    private final AskedAreas asked;
    private final Areas areas;
    private final Pool pool;

    CountActivities(AskedAreas asked, Areas areas, Pool pool) {
        this.asked = asked;
        this.areas = areas;
        this.pool = pool;
    }

    /** Of the whole scope when no area is named. Refused with 404 for an area that is not there or not the caller's. */
    Uni<Result<ActivityStatisticsView>> of(Wanted wanted, Caller caller) {
        AreaCode area = wanted.area();
        return caller.with(Right.ACTIVITY_LIST)
                .then(able -> area == null
                        ? counted(able, null, wanted).map(Result::ok)
                        : asked.of(area, Right.ACTIVITY_LIST, able)
                                .chain(found -> found.thenDo(place -> counted(able, place.code(), wanted))));
    }

    private Uni<ActivityStatisticsView> counted(Caller caller, @Nullable AreaCode area, Wanted wanted) {
        return areas.within(caller.where(Right.ACTIVITY_LIST), Optional.ofNullable(area))
                .chain(ranges -> count(ranges, wanted));
    }

    private Uni<ActivityStatisticsView> count(AreaRanges ranges, Wanted wanted) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(
                        ranges.lower(),
                        ranges.upper(),
                        wanted.from().atOffset(ZoneOffset.UTC),
                        wanted.to().atOffset(ZoneOffset.UTC)))
                .map(rows -> ActivityStatisticsView.of(
                        StreamSupport.stream(rows.spliterator(), false).toList()));
    }
}
