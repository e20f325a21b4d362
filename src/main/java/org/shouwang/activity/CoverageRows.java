package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;

/** Which villages of a scope have a home that counts, read on the reactive pool. */
@Singleton
public class CoverageRows {

    /** Serves through activity_home and childrens_home_area. */
    private static final String HOMES = """
            select c.area_code, c.status, c.indoor_m2, c.zones, c.functions,
                   (select max(a.started_at) from activity a where a.home_id = c.id) as last_activity_at
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join childrens_home c on c.area_code >= r.lower and c.area_code < r.upper
            where c.status = 'OPEN'
            """;

    private final Pool pool;
    private final HomeStandard standard;

    CoverageRows(Pool pool, HomeStandard standard) {
        this.pool = pool;
        this.standard = standard;
    }

    /** Where the homes are that count today. */
    public Uni<Set<AreaCode>> withQualifiedHome(AreaRanges scope) {
        return pool.preparedQuery(HOMES)
                .execute(Tuple.of(scope.lower(), scope.upper()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> standard.isMetBy(HomeView.facts(row)))
                        .map(row -> new AreaCode(row.getLong("area_code")))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
