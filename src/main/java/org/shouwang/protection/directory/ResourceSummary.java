package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.notification.SummarySource;

/**
 * Entries that nobody has checked for long, in the daily summary of who keeps them: the coordinator those of the township and its
 * villages, county civil affairs those of the county.
 */
@Singleton
class ResourceSummary implements SummarySource {

    private static final String DUE = """
            from resource r
            join area k on k.code = r.area_code
            join appointment a on a.status <> 'ENDED' and (
                a.role_code = 'COUNTY_CIVIL_AFFAIRS' and k.level = 'COUNTY' and a.area_code = k.code
                or a.role_code = 'TOWNSHIP_COORDINATOR' and k.level in ('TOWNSHIP', 'VILLAGE')
                    and a.area_code in (k.code, k.parent_code))
            where r.status <> 'CLOSED' and r.verified_on < $1
            """;

    private static final String WORKERS = "select distinct a.worker_id " + DUE;

    private static final String LINES = "select a.worker_id, a.id as appointment_id, count(*) as entries " + DUE + """
              and a.worker_id = any($2)
            group by 1, 2
            order by 1, 2
            """;

    private final DirectoryConfig config;
    private final Pool pool;

    ResourceSummary(DirectoryConfig config, Pool pool) {
        this.config = config;
        this.pool = pool;
    }

    @Override
    public Uni<Set<UUID>> workers(Day day) {
        return pool.preparedQuery(WORKERS)
                .execute(Tuple.of(day.day().minusDays(config.recheckDays())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("worker_id"))
                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<List<Line>> lines(Day day, Collection<UUID> workers) {
        return pool.preparedQuery(LINES)
                .execute(Tuple.of(day.day().minusDays(config.recheckDays()), workers.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Line(
                                row.getUUID("worker_id"),
                                row.getUUID("appointment_id"),
                                "resource-to-check",
                                row.getInteger("entries")))
                        .toList());
    }
}
