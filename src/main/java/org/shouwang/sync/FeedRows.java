package org.shouwang.sync;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;

@Singleton
class FeedRows {

    private static final String NOW = """
            select e.number, e.identity,
                   pg_snapshot_xmin(now)::text::bigint as xmin, pg_snapshot_xmax(now)::text::bigint as xmax
            from pg_current_snapshot() now, (select number, identity from epoch order by number desc limit 1) e
            """;

    private static final String VILLAGES = """
            select a.code
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join area a on a.code >= r.lower and a.code < r.upper
            where a.level = 'VILLAGE'
            """;

    /**
     * Probes each scope in the order of its index and merges; the cost follows the page, not what exists. A pull from the start
     * passes over removals.
     */
    private static final String NEXT = """
            with next as (
                select r.position, r.kind, r.id
                from unnest($1::bigint[], $7::text[]) as s(scope, kinds)
                cross join lateral (
                    select c.position, c.kind, c.id
                    from sync_change c
                    where c.scope = s.scope and (c.position, c.kind, c.id) > ($2, $3, $4) and c.position < $5
                      and c.kind = any(string_to_array(s.kinds, ',')) and not (c.removed and $8)
                    order by c.position, c.kind, c.id
                    limit $6) r
                group by r.position, r.kind, r.id
                order by r.position, r.kind, r.id
                limit $6)
            select n.position, n.kind, n.id, everywhere.version, everywhere.live, everywhere.last = n.position as last
            from next n
            cross join lateral (
                select max(c.version) as version, bool_or(not c.removed) as live,
                       max(c.position) filter (where c.position < $5 and not (c.removed and $8)) as last
                from unnest($1::bigint[], $7::text[]) as s(scope, kinds)
                join sync_change c on c.scope = s.scope and c.kind = n.kind and c.id = n.id
                where n.kind = any(string_to_array(s.kinds, ','))) everywhere
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
                .map(row -> new FeedMoment(
                        new Epoch(row.getInteger("number"), row.getUUID("identity")),
                        row.getLong("xmin"),
                        row.getLong("xmax")));
    }

    /** The scopes of a caller in the feed: the villages, and the worker's own. */
    Uni<List<FeedScope>> scopes(Caller caller, Collection<ChangeFeed> feeds) {
        AreaRanges areas = caller.where(Right.SYNC);
        return pool.preparedQuery(VILLAGES)
                .execute(Tuple.of(areas.lower(), areas.upper()))
                .map(rows -> Stream.concat(
                                Stream.of(FeedScope.ofWorker(caller, feeds)),
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> FeedScope.ofVillage(row.getLong("code"), caller, feeds)))
                        .toList());
    }

    /** The next entries of a pull in feed order. */
    Uni<List<FeedEntry>> next(List<FeedScope> scopes, Pull pull, int limit) {
        FeedMark after = pull.after();
        Long[] codes = scopes.stream().map(FeedScope::scope).toArray(Long[]::new);
        String[] kinds = scopes.stream().map(FeedScope::kinds).toArray(String[]::new);
        Tuple arguments = Tuple.of(codes, after.position(), after.kind(), after.id(), pull.ceiling(), limit)
                .addArrayOfString(kinds)
                .addBoolean(pull.isFull());
        return pool.preparedQuery(NEXT).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
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
