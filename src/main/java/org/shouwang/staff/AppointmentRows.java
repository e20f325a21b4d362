package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Grant;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.PostAreas.Hosting;
import org.shouwang.staff.PostAreas.Own;

/** Appointments in force, each with the areas where it holds: read by {@code Scope} and by {@code Posts} alike. */
@Singleton
public class AppointmentRows {

    /**
     * The hosted areas are few, and are read once in a statement, whatever the number of appointments. {@code offset 0} keeps the
     * planner on the caller's own range: else it begins with every merged village of the country. In {@code near} it makes the
     * steps look as few as they are: else the planner thinks them so dear that it does not care how it finds the appointments.
     */
    private static final String RESOLVED = """
            select a.id, a.worker_id, a.appointed_on, a.ended_on, w.number, a.role_code, a.area_code, a.organisation_id, own.code_end,
                   own.level in ('PROVINCE', 'CITY') as above_counties,
                   hosting.lower as hosted_lower, hosting.upper as hosted_upper, hosting.seats, hosting.hosts,
                   merged.lower as merged_lower, merged.upper as merged_upper, merged.living as merged_living
            from appointment a
            join worker w on w.id = a.worker_id
            left join area own on own.code = a.area_code
            left join lateral (
                with recursive hosted as materialized (
                    select h.code, h.code_end, h.administered_by_organisation_id as organisation_id,
                           coalesce(h.administered_by_area_code, o.area_code) as seat,
                           case when o.kind = 'DEVELOPMENT_ZONE' then 'ZONE' else 'PLACE' end as host
                    from area h left join organisation o on o.id = h.administered_by_organisation_id
                    where (h.administered_by_area_code is not null or h.administered_by_organisation_id is not null)
                      and (h.administered_from is null or h.administered_from <= $1)),
                near as (
                    select h.* from hosted h
                    where h.code >= own.code and h.code < own.code_end
                       or h.seat >= own.code and h.seat < own.code_end
                       or h.organisation_id = a.organisation_id
                    union
                    select h.*
                    from near cross join lateral (
                        select * from hosted
                        where code >= near.code and code < near.code_end or seat >= near.code and seat < near.code_end
                        offset 0) h
                    where (near.code >= own.code and near.code < own.code_end) is not true)
                select array_agg(code) as lower, array_agg(code_end) as upper, array_agg(seat) as seats,
                       array_agg(case when organisation_id = a.organisation_id then 'POST' else host end) as hosts
                from near) hosting on true
            left join lateral (
                with recursive chain(code, code_end, living) as (
                    select p.code, p.code_end, s.code
                    from (select own.code, own.code_end
                          union all
                          select h.lower, h.upper from unnest(hosting.lower, hosting.upper) as h(lower, upper)
                          where (h.lower >= own.code and h.lower < own.code_end) is not true) as r(lower, upper)
                    cross join lateral (
                        select code, code_end, successor_code from area
                        where successor_code >= r.lower and successor_code < r.upper and valid_to < $1 offset 0) p
                    cross join lateral (
                        select code from area
                        where code = p.successor_code and (valid_to is null or valid_to >= $1) offset 0) s
                    union
                    select p.code, p.code_end, chain.living
                    from chain cross join lateral (
                        select code, code_end from area
                        where successor_code = chain.code and valid_to < $1 offset 0) p)
                select array_agg(code) as lower, array_agg(code_end) as upper, array_agg(living) as living
                from chain) merged on true
            """;

    private static final String IN_FORCE =
            RESOLVED + "where w.status = 'ACTIVE' and a.status <> 'ENDED' and a.appointed_on <= $1\n";

    private static final String OF_WORKER = IN_FORCE + "and a.worker_id = $2 order by a.id";

    /**
     * With what was opened to each post: one statement, whether there is any or none. Nobody holds anything on a phone that
     * was declared lost; $4 is null where no phone is named.
     */
    private static final String OF_CALLER = "select held.*, opened.grants, opened.children from (" + IN_FORCE + """
            and a.worker_id = $2
            and not exists (select 1 from device d where d.id = $4 and d.lost_at is not null)
            ) held
            left join lateral (
                select array_agg(g.id) as grants, array_agg(g.child_id) as children
                from access_grant g
                where g.appointment_id = held.id and g.revoked_at is null and g.expires_at > $3) opened on true
            order by held.id
            """;

    /** What a worker has ever held, with the areas of today; also of one who is not active any more. */
    private static final String EVER = RESOLVED + """
            where a.worker_id = $2 and a.appointed_on <= $1
            order by a.ended_on, a.id
            """;

    static final String BY_ID = IN_FORCE + "and a.id = any($2)";

    /**
     * From the places upwards to whatever may hold there, so that the country's other posts are never read; at the end those of
     * the whole instance.
     */
    static final String OF_ROLES_ABOVE = """
            with recursive up(code) as (
                select unnest(cast($3 as bigint[]))
                union
                select above.code
                from up left join area here on here.code = up.code
                left join organisation host on host.id = here.administered_by_organisation_id
                cross join lateral (values
                    (up.code / 1000 * 1000), (up.code / 1000000 * 1000000), (up.code / 100000000 * 100000000),
                    (up.code / 10000000000 * 10000000000), (here.administered_by_area_code), (host.area_code),
                    (here.successor_code)) as above(code)
                where above.code is not null)
            """ + IN_FORCE + """
            and a.role_code = any($2)
            and (a.area_code = any(array(select code from up))
                 or a.organisation_id = any(array(
                     select h.administered_by_organisation_id from up join area h on h.code = up.code))
                 or a.area_code is null and a.organisation_id is null)
            order by own.code_end - own.code, a.id
            """;

    private final Pool pool;

    AppointmentRows(Pool pool) {
        this.pool = pool;
    }

    /** One appointment in force. */
    record InForce(
            UUID id,
            UUID workerId,
            long workerNumber,
            RoleCode role,
            @Nullable AreaCode area,
            @Nullable UUID organisationId,
            AreaRanges areas) {}

    /** An appointment of a caller, and what was opened to it. */
    record Held(InForce post, List<Grant> grants) {}

    Uni<List<InForce>> ofWorker(UUID workerId, LocalDate today) {
        return query(OF_WORKER, Tuple.of(today, workerId));
    }

    /** The posts of a worker who asks, each with the children's files opened to it: none when the phone is lost. */
    Uni<List<Held>> ofCaller(UUID workerId, @Nullable UUID deviceId, Instant now) {
        return pool.preparedQuery(OF_CALLER)
                .execute(Tuple.of(LocalDays.of(now), workerId, now.atOffset(ZoneOffset.UTC), deviceId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Held(inForce(row), grants(row)))
                        .toList());
    }

    private static List<Grant> grants(Row row) {
        UUID[] ids = row.getArrayOfUUIDs("grants");
        UUID[] children = row.getArrayOfUUIDs("children");
        UUID appointment = row.getUUID("id");
        return ids == null
                ? List.of()
                : IntStream.range(0, ids.length)
                        .mapToObj(i -> new Grant(ids[i], appointment, children[i]))
                        .toList();
    }

    /** One appointment and its days, the last one included. */
    record Spell(InForce post, LocalDate from, @Nullable LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !endedBefore(day);
        }

        boolean endedBefore(LocalDate day) {
            return to != null && to.isBefore(day);
        }
    }

    /** What a worker holds or has ever held, what ended first first. */
    Uni<List<Spell>> everOf(UUID workerId, LocalDate today) {
        return pool.preparedQuery(EVER).execute(Tuple.of(today, workerId)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Spell(inForce(row), row.getLocalDate("appointed_on"), row.getLocalDate("ended_on")))
                .toList());
    }

    Uni<List<InForce>> byId(UUID[] ids, LocalDate today) {
        return query(BY_ID, Tuple.of(today, ids));
    }

    /** The appointments of these roles that may hold at one of these places, the smallest area first. */
    Uni<List<InForce>> ofRolesAbove(RoleCode[] roles, Collection<AreaCode> places, LocalDate today) {
        String[] names = new String[roles.length];
        for (int i = 0; i < roles.length; i++) {
            names[i] = roles[i].name();
        }
        Long[] codes = places.stream().map(AreaCode::value).toArray(Long[]::new);
        return query(OF_ROLES_ABOVE, Tuple.of(today, names, codes));
    }

    private Uni<List<InForce>> query(String sql, Tuple arguments) {
        return pool.preparedQuery(sql).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(AppointmentRows::inForce)
                .toList());
    }

    private static InForce inForce(Row row) {
        return inForce(row.toJson());
    }

    /** A row of any of the statements. */
    static InForce inForce(JsonObject row) {
        Long area = row.getLong("area_code");
        String organisation = row.getString("organisation_id");
        AreaRanges areas = PostAreas.resolve(
                Optional.ofNullable(area)
                        .map(code -> new Own(
                                new AreaRanges.Range(code, row.getLong("code_end")), row.getBoolean("above_counties"))),
                organisation != null,
                hosted(row));
        areas = PostAreas.withPredecessors(
                areas,
                ranges(numbers(row, "merged_lower"), numbers(row, "merged_upper")),
                numbers(row, "merged_living"));
        return new InForce(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("worker_id")),
                row.getLong("number"),
                RoleCode.valueOf(row.getString("role_code")),
                area == null ? null : new AreaCode(area),
                organisation == null ? null : UUID.fromString(organisation),
                areas);
    }

    private static List<Hosting> hosted(JsonObject row) {
        List<AreaRanges.Range> areas = ranges(numbers(row, "hosted_lower"), numbers(row, "hosted_upper"));
        JsonArray seats = row.getJsonArray("seats");
        JsonArray hosts = row.getJsonArray("hosts");
        return IntStream.range(0, areas.size())
                .mapToObj(i -> new Hosting(areas.get(i), seats.getLong(i), Hosting.By.valueOf(hosts.getString(i))))
                .toList();
    }

    private static Long @Nullable [] numbers(JsonObject row, String column) {
        JsonArray numbers = row.getJsonArray(column);
        return numbers == null
                ? null
                : IntStream.range(0, numbers.size()).mapToObj(numbers::getLong).toArray(Long[]::new);
    }

    public static List<AreaRanges.Range> ranges(Row row, String lower, String upper) {
        return ranges(row.getArrayOfLongs(lower), row.getArrayOfLongs(upper));
    }

    private static List<AreaRanges.Range> ranges(Long @Nullable [] from, Long @Nullable [] to) {
        List<AreaRanges.Range> ranges = new ArrayList<>();
        for (int i = 0; from != null && to != null && i < from.length; i++) {
            ranges.add(new AreaRanges.Range(from[i], to[i]));
        }
        return ranges;
    }
}
