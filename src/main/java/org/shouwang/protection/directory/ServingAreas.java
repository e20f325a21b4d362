package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;

/** Who helps today anywhere in a scope, on the reactive pool. */
@Singleton
class ServingAreas {

    /** Upwards by the parents, each read once by its key; the narrower an area, the nearer who serves it. Every phone asks it: see {@link AreasAround}. */
    private static final String SERVING =
            """
            with recursive up(code, parent_code, width) as (
                select a.code, a.parent_code, a.code_end - a.code
                from unnest($1::bigint[], $3::bigint[]) as o(lower, upper)
                cross join lateral (
                    select code, parent_code, code_end from area where code >= o.lower and code < o.upper offset 0) a
                union
                select a.code, a.parent_code, a.code_end - a.code
                from up cross join lateral (
                    select code, parent_code, code_end from area where code = up.parent_code offset 0) a)
            select\s""" + StoredResource.COLUMNS + """
            from (select s.resource_id, min(up.width) as width
                  from up cross join lateral (
                      select resource_id from resource_area where area_code = up.code offset 0) s
                  group by s.resource_id) near
            cross join lateral (select * from resource where id = near.resource_id offset 0) r
            """ + StoredResource.SERVED + "where " + AreasAround.IN_FORCE + """
            order by near.width, r.id
            limit $4
            """;

    private final Pool pool;
    private final Clock clock;

    ServingAreas(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** The nearest first, in the same order while nothing changes. */
    Uni<List<StoredResource>> of(AreaRanges scope, int most) {
        return pool.preparedQuery(SERVING)
                .execute(Tuple.of(scope.lower(), LocalDays.today(clock), scope.upper(), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StoredResource::of)
                        .toList());
    }
}
