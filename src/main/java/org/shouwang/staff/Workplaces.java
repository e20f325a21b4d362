package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;

/** Where a worker is appointed, for those who keep the workers of an area. */
@Singleton
public class Workplaces {

    private static final String OF_WORKER = """
            select distinct coalesce(a.area_code, o.area_code) as place
            from appointment a
            left join organisation o on o.id = a.organisation_id
            where a.worker_id = $1 and coalesce(a.area_code, o.area_code) is not null
              and (a.status <> 'ENDED'
                   or not exists (select 1 from appointment other
                                  where other.worker_id = a.worker_id and other.status <> 'ENDED'))
            order by place
            """;

    private final Pool pool;

    Workplaces(Pool pool) {
        this.pool = pool;
    }

    /** The areas of the worker's appointments, also of coming ones; of the past ones when there are no others. */
    public Uni<List<AreaCode>> of(UUID workerId) {
        return pool.preparedQuery(OF_WORKER).execute(Tuple.of(workerId)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new AreaCode(row.getLong("place")))
                .toList());
    }
}
