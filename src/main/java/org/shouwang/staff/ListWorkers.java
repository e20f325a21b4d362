package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.ColleagueView.Held;
import org.shouwang.staff.ColleagueView.Numbered;

/** The workers appointed to areas in the caller's scope, with those appointments. */
@Singleton
class ListWorkers {

    private static final String IN_AREAS = """
            select w.id, w.number, w.full_name, w.phone_cipher,
                   array_agg(a.id order by a.id) as appointments,
                   array_agg(a.role_code order by a.id) as roles,
                   array_agg(a.area_code order by a.id) as areas
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join appointment a on a.area_code >= r.lower and a.area_code < r.upper
            join worker w on w.id = a.worker_id and w.status = 'ACTIVE'
            where a.status <> 'ENDED' and a.appointed_on <= $3
              and ($4::text is null or a.role_code = $4)
              and w.number > $5
            group by w.id
            order by w.number
            limit $6
            """;

    private final Pool pool;
    private final Areas areas;
    private final WorkerRows workers;
    private final Clock clock;

    ListWorkers(Pool pool, Areas areas, WorkerRows workers, Clock clock) {
        this.pool = pool;
        this.areas = areas;
        this.workers = workers;
        this.clock = clock;
    }

    /** What is asked for: an area, a role, and where the page begins. */
    record Query(Optional<AreaCode> area, Optional<RoleCode> role, long after, int rows) {}

    Uni<Result<List<Numbered>>> list(Query query, Caller caller) {
        return caller.with(Right.WORKER_LIST).thenDo(able -> areas.within(able.where(Right.WORKER_LIST), query.area())
                .chain(ranges -> rows(query, ranges)));
    }

    private Uni<List<Numbered>> rows(Query query, AreaRanges ranges) {
        Tuple arguments = Tuple.of(ranges.lower(), ranges.upper(), LocalDays.today(clock))
                .addString(query.role().map(Enum::name).orElse(null))
                .addLong(query.after())
                .addInteger(query.rows());
        return pool.preparedQuery(IN_AREAS).execute(arguments).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(this::colleague)
                .toList());
    }

    private Numbered colleague(Row row) {
        UUID[] appointments = row.getArrayOfUUIDs("appointments");
        String[] roles = row.getArrayOfStrings("roles");
        Long[] places = row.getArrayOfLongs("areas");
        List<Held> held = IntStream.range(0, appointments.length)
                .mapToObj(i -> new Held(appointments[i], RoleCode.valueOf(roles[i]), new AreaCode(places[i])))
                .toList();
        WorkerView worker = workers.view(row);
        return new Numbered(
                row.getLong("number"), new ColleagueView(worker.id(), worker.fullName(), worker.phoneMasked(), held));
    }
}
