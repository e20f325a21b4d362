package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.http.Cursor;

/** Activities read straight into views, always within a scope. Who shows them logs whom they name. */
@Singleton
class ActivityRows {

    /** Children in the ranges of the two arguments, in which the caller may read files, each with its village. */
    private static final String ATTENDANCE = """
            cross join lateral (
                select coalesce(array_agg(t.child_id order by t.child_id), '{}') as attendance,
                       coalesce(array_agg(k.area_code order by t.child_id), '{}') as homes
                from activity_attendance t join child k on k.id = t.child_id
                where t.activity_id = c.id
                  and exists (select 1 from unnest(%s::bigint[], %s::bigint[]) as s(lower, upper)
                              where k.area_code >= s.lower and k.area_code < s.upper)) named
            """;

    private static final String COLUMNS = "select named.attendance, named.homes, " + ActivityView.COLUMNS;

    private static final String BY_IDS = COLUMNS + """
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join activity c on c.area_code >= r.lower and c.area_code < r.upper
            """ + ATTENDANCE.formatted("$4", "$5") + "where c.id = any($3)";

    private static final String IN_AREA =
            COLUMNS + """
            from (
                select c.* from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                join (select code, code_end from area where code = $3
                      union all select 0, 1000000000000 where $3::bigint is null) asked on true
                join activity c on c.area_code >= greatest(r.lower, asked.code, $6) and c.area_code < least(r.upper, asked.code_end)
                where c.started_at >= $4 and c.started_at < $5
                  and (c.area_code > $6 or c.started_at < $7 or (c.started_at = $7 and c.id > $8))
                order by c.area_code, c.started_at desc, c.id
                limit $9) c
            """ + ATTENDANCE.formatted("$10", "$11") + "order by c.area_code, c.started_at desc, c.id";

    private static final UUID FIRST = new UUID(0, 0);

    /**
     * An activity with the children whom it names to the caller.
     *
     * @param homes where each of them lives, in the order of the list
     */
    record Named(ActivityView activity, List<AreaCode> homes) {

        /** Whoever looks at it looks at its children. */
        Stream<Subject> shown(String type) {
            List<UUID> children = activity.attendance();
            return homes.isEmpty()
                    ? Stream.empty()
                    : Stream.concat(
                            Stream.of(new Subject(type, activity.id(), homes.get(0))),
                            IntStream.range(0, homes.size())
                                    .mapToObj(i -> new Subject(type, children.get(i), homes.get(i))));
        }

        private static Named of(Row row) {
            return new Named(
                    ActivityView.of(row),
                    Stream.of(row.getArrayOfLongs("homes")).map(AreaCode::new).toList());
        }
    }

    /** Which activities: those of an area (all of the scope when null) that started in [from, to). */
    record Wanted(@Nullable AreaCode area, Instant from, Instant to) {

        /** A cursor is the client's word: its time is brought into what is asked for. */
        Instant within(Instant moment) {
            return moment.isBefore(from) ? from : moment.isAfter(to) ? to : moment;
        }
    }

    Uni<List<Named>> byIds(SqlClient client, Collection<UUID> ids, Caller caller) {
        AreaRanges scope = caller.where(Right.ACTIVITY_READ);
        AreaRanges files = caller.where(Right.CHILD_READ);
        return query(
                client,
                BY_IDS,
                Tuple.of(scope.lower(), scope.upper(), ids.toArray(UUID[]::new), files.lower(), files.upper()));
    }

    /** By area, in each the newest first. */
    Uni<List<Named>> list(SqlClient client, Caller caller, Wanted wanted, Optional<Cursor> after, int rows) {
        AreaRanges scope = caller.where(Right.ACTIVITY_LIST);
        AreaRanges files = caller.where(Right.CHILD_READ);
        Tuple arguments = Tuple.tuple()
                .addArrayOfLong(scope.lower())
                .addArrayOfLong(scope.upper())
                .addLong(wanted.area() == null ? null : wanted.area().value())
                .addOffsetDateTime(utc(wanted.from()))
                .addOffsetDateTime(utc(wanted.to()))
                .addLong(after.map(cursor -> cursor.number(0)).orElse(0L))
                .addOffsetDateTime(
                        utc(wanted.within(after.map(cursor -> cursor.instant(1)).orElse(wanted.to()))))
                .addUUID(after.map(cursor -> cursor.uuid(2)).orElse(FIRST))
                .addInteger(rows)
                .addArrayOfLong(files.lower())
                .addArrayOfLong(files.upper());
        return query(client, IN_AREA, arguments);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Uni<List<Named>> query(SqlClient client, String sql, Tuple arguments) {
        return client.preparedQuery(sql).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(Named::of)
                .toList());
    }
}
