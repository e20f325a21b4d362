package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Cursor;

/** Entries of the directory, read on the reactive client. */
@Singleton
class ResourceRows {

    private static final String SELECT =
            "select " + StoredResource.COLUMNS + "from resource r\n" + StoredResource.SERVED;

    private static final String BY_ID = SELECT + "where r.id = $1";

    private static final String LOCKED = BY_ID + " for update of r";

    private static final String KEPT = "select " + StoredResource.COLUMNS + """
            from unnest($1::bigint[], $2::bigint[]) as o(lower, upper)
            join (select code, code_end from area where code = $3
                  union all select 0, 1000000000000 where $3::bigint is null) asked on true
            join resource r
              on r.area_code >= greatest(o.lower, asked.code, $6) and r.area_code < least(o.upper, asked.code_end)
            """ + StoredResource.SERVED + """
            where (r.area_code, r.id) > ($6, $7) and ($4::text is null or r.category = $4)
              and ($5::text is null or $5 = any(r.accepts_referral_types))
            order by r.area_code, r.id
            limit $8
            """;

    /** Each area on the way up is one look into the index, however many entries there are. */
    private static final String SERVING = AreasAround.UP + "select near.steps, " + StoredResource.COLUMNS + """
            from (select s.resource_id, min(up.steps) as steps
                  from up cross join lateral (
                      select resource_id from resource_area where area_code = up.code offset 0) s
                  group by s.resource_id) near
            cross join lateral (select * from resource where id = near.resource_id offset 0) r
            """
            + StoredResource.SERVED + "where " + AreasAround.IN_FORCE + """
              and ($3::text is null or r.category = $3)
              and ($4::text is null or $4 = any(r.accepts_referral_types))
              and (near.steps, r.category, r.name, r.id)
                  > ($5, $6, coalesce((select last.name from resource last where last.id = $7), ''), $7)
            order by near.steps, r.category, r.name, r.id
            limit $8
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final Pool pool;
    private final Clock clock;

    ResourceRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** What is wanted of a list; all where it is null. */
    record Wanted(
            @Nullable ResourceCategory category, @Nullable ReferralType accepts) {}

    /**
     * An entry that serves a place.
     *
     * @param steps from the place up to the nearest area that it serves
     */
    record Near(int steps, StoredResource resource) {

        /** Where the next page begins. */
        Cursor cursor() {
            return Cursor.of(steps, resource.facts().category(), resource.id());
        }
    }

    Uni<Optional<StoredResource>> find(SqlClient client, UUID id) {
        return client.preparedQuery(BY_ID).execute(Tuple.of(id)).map(rows -> resources(rows)
                .findFirst());
    }

    /** The entry, unchangeable for others until the transaction ends. */
    Uni<Optional<StoredResource>> locked(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(LOCKED).execute(Tuple.of(id)).map(rows -> resources(rows)
                .findFirst());
    }

    /** The entries that the offices of a scope keep, or those of one area within it, in the order of area and id. */
    Uni<List<StoredResource>> kept(
            AreaRanges scope, @Nullable AreaCode area, Wanted wanted, Optional<Cursor> after, int limit) {
        Tuple arguments = Tuple.of(scope.lower(), scope.upper(), area == null ? null : area.value())
                .addString(name(wanted.category()))
                .addString(name(wanted.accepts()))
                .addLong(after.map(cursor -> cursor.number(0)).orElse(0L))
                .addUUID(after.map(cursor -> cursor.uuid(1)).orElse(FIRST))
                .addInteger(limit);
        return pool.preparedQuery(KEPT).execute(arguments).map(rows -> resources(rows)
                .toList());
    }

    /** Who helps at a place today: the nearest by the tree of areas first, then by category and name. */
    Uni<List<Near>> serving(AreaCode place, Wanted wanted, Optional<Cursor> after, int limit) {
        Tuple arguments = Tuple.of(place.value(), LocalDays.today(clock))
                .addString(name(wanted.category()))
                .addString(name(wanted.accepts()))
                .addInteger(after.map(cursor -> (int) cursor.number(0)).orElse(-1))
                .addString(after.map(cursor ->
                                cursor.part(1, ResourceCategory::valueOf).name())
                        .orElse(""))
                .addUUID(after.map(cursor -> cursor.uuid(2)).orElse(FIRST))
                .addInteger(limit);
        return pool.preparedQuery(SERVING).execute(arguments).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Near(row.getInteger("steps"), StoredResource.of(row)))
                .toList());
    }

    private static Stream<StoredResource> resources(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(StoredResource::of);
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }
}
