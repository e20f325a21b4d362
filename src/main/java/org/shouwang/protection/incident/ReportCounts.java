package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;

/** Counts how soon dangers are reported (强制报告及时率): figures of confidential cases, which rooms above show of many only. */
@Singleton
public class ReportCounts {

    /** Those with a situation of the national lists (A and B codes). By incident_area. */
    private static final String COUNT = """
            select i.area_code, count(*) as owed,
                   count(*) filter (where 'POLICE' = any(i.reported_to) and i.reported_at <= i.clock_from + make_interval(hours => $5))
                       as in_time
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join incident i on i.area_code >= r.lower and i.area_code < r.upper
            where i.clock_from + make_interval(hours => $5) >= $3 and i.clock_from + make_interval(hours => $5) < $4
              and exists (select from unnest(i.situation_codes) as s(code) where s.code like 'A%' or s.code like 'B%')
            group by i.area_code
            """;

    private final Pool pool;

    ReportCounts(Pool pool) {
        this.pool = pool;
    }

    /**
     * Reports that were owed.
     *
     * @param inTime of them: made to the police within the hours
     */
    public record Reports(long owed, long inTime) {}

    /** Those of each area of the scope whose hours from the discovery on ran out on these days: one statement. */
    public Uni<Map<AreaCode, Reports>> of(AreaRanges scope, LocalDate from, LocalDate to, int hours) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(scope.lower(), scope.upper(), start(from), start(to.plusDays(1)), hours))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> new AreaCode(row.getLong("area_code")),
                                row -> new Reports(row.getLong("owed"), row.getLong("in_time")))));
    }

    private static OffsetDateTime start(LocalDate day) {
        return LocalDays.at(day, LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC);
    }
}
