package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.RoleCode;

/** Where somebody held a post on a day, for rooms that count places. Runs on the reactive pool. */
@Singleton
public class StaffedAreas {

    /** By appointment_area. A post that ends on a day is empty that evening. */
    private static final String STAFFED = """
            select distinct p.area_code
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join appointment p on p.area_code >= r.lower and p.area_code < r.upper
            where p.role_code = $3 and p.appointed_on <= $4 and (p.ended_on is null or p.ended_on > $4)
            """;

    private final Pool pool;

    StaffedAreas(Pool pool) {
        this.pool = pool;
    }

    /** The areas at which a post of the role was held in the evening of the day: by its dates, whatever has become of it since. */
    public Uni<Set<AreaCode>> on(AreaRanges scope, RoleCode role, LocalDate day) {
        return pool.preparedQuery(STAFFED)
                .execute(Tuple.of(scope.lower(), scope.upper(), role.name(), day))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new AreaCode(row.getLong("area_code")))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
