package org.shouwang.staff.worker;

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
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.WorkerRows;
import org.shouwang.staff.WorkerView;
import org.shouwang.staff.worker.ColleagueView.Held;
import org.shouwang.staff.worker.ColleagueView.Numbered;

/** The workers appointed to areas in the caller's scope and to organisations that stand there, with those appointments. */
@Singleton
class ListWorkers {

    private static final String IN_AREAS = """
            with held as (
                select a.id, a.worker_id, a.role_code, a.area_code, a.organisation_id
                from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                join appointment a on a.area_code >= r.lower and a.area_code < r.upper
                where a.status <> 'ENDED' and a.appointed_on <= $3 and ($4::text is null or a.role_code = $4)
                union all
                select a.id, a.worker_id, a.role_code, a.area_code, a.organisation_id
                from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                join organisation o on o.area_code >= r.lower and o.area_code < r.upper
                join appointment a on a.organisation_id = o.id and a.area_code is null
                where a.status <> 'ENDED' and a.appointed_on <= $3 and ($4::text is null or a.role_code = $4))
            select w.id, w.number, w.full_name, w.phone_cipher,
                   array_agg(held.id order by held.id) as appointments,
                   array_agg(held.role_code order by held.id) as roles,
                   array_agg(held.area_code order by held.id) as areas,
                   array_agg(held.organisation_id order by held.id) as organisations
            from held
            join worker w on w.id = held.worker_id and w.status = 'ACTIVE'
            where w.number > $5
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
        @Nullable Long[] places = row.getArrayOfLongs("areas");
        @Nullable UUID[] organisations = row.getArrayOfUUIDs("organisations");
        List<Held> held = IntStream.range(0, appointments.length)
                .mapToObj(i -> new Held(appointments[i], RoleCode.valueOf(roles[i]), code(places[i]), organisations[i]))
                .toList();
        WorkerView worker = workers.view(row);
        return new Numbered(
                row.getLong("number"), new ColleagueView(worker.id(), worker.fullName(), worker.phoneMasked(), held));
    }

    private static @Nullable AreaCode code(@Nullable Long value) {
        return value == null ? null : new AreaCode(value);
    }
}
