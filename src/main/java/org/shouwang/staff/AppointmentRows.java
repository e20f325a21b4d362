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

/** Appointments in force, each with the areas where it holds: read by {@code Scope} and by {@code Posts} alike. */
@Singleton
class AppointmentRows {

    /** {@code offset 0} keeps the planner on the caller's own range: else it begins with every merged village of the country. */
    private static final String RESOLVED = """
            select a.id, a.worker_id, a.appointed_on, a.ended_on, w.number, a.role_code, a.area_code, a.organisation_id, own.code_end,
                   others.lower as others_lower, others.upper as others_upper,
                   ours.lower as ours_lower, ours.upper as ours_upper,
                   merged.lower as merged_lower, merged.upper as merged_upper, merged.living as merged_living
            from appointment a
            join worker w on w.id = a.worker_id
            left join area own on own.code = a.area_code
            left join lateral (
                select array_agg(h.code) as lower, array_agg(h.code_end) as upper
                from area h
                where (h.administered_by_area_code = a.area_code or h.administered_by_organisation_id = a.organisation_id)
                  and (h.administered_from is null or h.administered_from <= $1)) ours on true
            left join lateral (
                select array_agg(h.code) as lower, array_agg(h.code_end) as upper
                from area h
                where (h.administered_by_area_code is not null or h.administered_by_organisation_id is not null)
                  and (h.administered_from is null or h.administered_from <= $1)
                  and not coalesce(h.administered_by_area_code = a.area_code, false)
                  and not coalesce(h.administered_by_organisation_id = a.organisation_id, false)
                  and (h.code >= own.code and h.code_end <= own.code_end and h.code <> own.code
                       or exists (select 1 from unnest(ours.lower, ours.upper) as r(lower, upper)
                                  where h.code >= r.lower and h.code_end <= r.upper))) others on true
            left join lateral (
                with recursive chain(code, code_end, living) as (
                    select p.code, p.code_end, s.code
                    from (select own.code, own.code_end union all select * from unnest(ours.lower, ours.upper))
                        as r(lower, upper)
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
                cross join lateral (values
                    (up.code / 1000 * 1000), (up.code / 1000000 * 1000000), (up.code / 100000000 * 100000000),
                    (up.code / 10000000000 * 10000000000), (here.administered_by_area_code), (here.successor_code))
                    as above(code)
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
                Optional.ofNullable(area).map(code -> new AreaRanges.Range(code, row.getLong("code_end"))),
                organisation != null,
                ranges(numbers(row, "others_lower"), numbers(row, "others_upper")),
                ranges(numbers(row, "ours_lower"), numbers(row, "ours_upper")));
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

    private static Long @Nullable [] numbers(JsonObject row, String column) {
        JsonArray numbers = row.getJsonArray(column);
        return numbers == null
                ? null
                : IntStream.range(0, numbers.size()).mapToObj(numbers::getLong).toArray(Long[]::new);
    }

    static List<AreaRanges.Range> ranges(Row row, String lower, String upper) {
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
