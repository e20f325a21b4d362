package org.shouwang.register.child;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;

/** Counts children by area for rooms above, who have checked the scope. Runs on the reactive pool. */
@Singleton
public class ChildCounts {

    /** Served by child_counted. */
    static final String COUNT = Areas.CODES + """
            select place.code, found.*
            from place cross join lateral (
                select count(*) filter (where c.file_status = 'ACTIVE') as active,
                       count(*) filter (where c.file_status = 'ACTIVE' and c.risk_level = 'CRITICAL') as critical,
                       count(*) filter (where c.file_status = 'ACTIVE' and c.risk_level = 'HIGH') as high,
                       count(*) filter (where c.file_status = 'ACTIVE' and c.risk_level = 'MEDIUM') as medium,
                       count(*) filter (where c.file_status = 'ACTIVE' and c.risk_level = 'LOW') as low,
                       count(*) filter (where c.file_status = 'ACTIVE' and c.risk_level = 'NORMAL') as normal,
                       count(*) filter (where c.file_status = 'TRANSFER_PENDING') as transfer_pending
                from child c
                where c.area_code = place.code and c.file_status in ('ACTIVE', 'TRANSFER_PENDING')
                having count(*) > 0) found
            """;

    private final Pool pool;

    ChildCounts(Pool pool) {
        this.pool = pool;
    }

    /** The children of each area of the scope that has any: one statement. */
    public Uni<Map<AreaCode, ChildNumbers>> of(AreaRanges scope) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(scope.lower(), scope.upper()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> new AreaCode(row.getLong("code")), ChildNumbers::of)));
    }
}
