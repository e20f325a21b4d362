package org.shouwang.sync;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;

@Singleton
class FeedRows {

    private static final String NOW = """
            select (select max(number) from epoch) as epoch,
                   pg_snapshot_xmin(now)::text::bigint as xmin, pg_snapshot_xmax(now)::text::bigint as xmax
            from pg_current_snapshot() now
            """;

    private static final String VILLAGES = """
            select a.code
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join area a on a.code >= r.lower and a.code < r.upper
            where a.level = 'VILLAGE'
            """;

    /** Probes each scope in the order of its index and merges; the cost follows the page, not what exists. */
    private static final String NEXT = """
            with next as (
                select r.position, r.kind, r.id
                from unnest($1::bigint[]) as s(scope)
                cross join lateral (
                    select c.position, c.kind, c.id
                    from sync_change c
                    where c.scope = s.scope and (c.position, c.kind, c.id) > ($2, $3, $4) and c.position < $5
                    order by c.position, c.kind, c.id
                    limit $6) r
                group by r.position, r.kind, r.id
                order by r.position, r.kind, r.id
                limit $6)
            select n.position, n.kind, n.id, everywhere.version, everywhere.live, everywhere.last = n.position as last
            from next n
            cross join lateral (
                select max(c.version) as version, bool_or(not c.removed) as live,
                       max(c.position) filter (where c.position < $5) as last
                from unnest($1::bigint[]) as s(scope)
                join sync_change c on c.scope = s.scope and c.kind = n.kind and c.id = n.id) everywhere
            order by n.position, n.kind, n.id
            """;

    private final Pool pool;

    FeedRows(Pool pool) {
        this.pool = pool;
    }

    /** Epoch and both bounds from one snapshot. */
    Uni<FeedMoment> now() {
        return pool.preparedQuery(NOW)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new FeedMoment(row.getInteger("epoch"), row.getLong("xmin"), row.getLong("xmax")));
    }

    /** The scopes of a caller in the feed: the villages, and minus the worker's number. */
    Uni<Long[]> scopes(Caller caller) {
        AreaRanges areas = caller.where(Right.SYNC);
        return pool.preparedQuery(VILLAGES)
                .execute(Tuple.of(areas.lower(), areas.upper()))
                .map(rows -> Stream.concat(
                                Stream.of(-caller.number()),
                                StreamSupport.stream(rows.spliterator(), false).map(row -> row.getLong("code")))
                        .toArray(Long[]::new));
    }

    /** The next entries of a pull in feed order. */
    Uni<List<FeedEntry>> next(Long[] scopes, Pull pull, int limit) {
        FeedMark after = pull.after();
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(scopes, after.position(), after.kind(), after.id(), pull.ceiling(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(FeedRows::entry)
                        .toList());
    }

    private static FeedEntry entry(Row row) {
        return new FeedEntry(
                row.getLong("position"),
                row.getString("kind"),
                row.getUUID("id"),
                row.getInteger("version"),
                row.getBoolean("live"),
                row.getBoolean("last"));
    }
}
