package org.shouwang.sync;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.feed.FeedWindow;

/** What stands live in the scopes of a caller; its cost follows what a phone holds. */
@Singleton
class HeldRows {

    /**
     * By the primary key of sync_change. A record in several of the scopes is one; what left its window stands in no phone, also
     * while {@link PruneFeed} has not found the day yet of what an older release has written.
     */
    private static final String LIVE = """
            select c.kind, c.id, max(c.version) as version
            from unnest($1::bigint[], $2::text[]) as s(scope, kinds)
            join sync_change c on c.scope = s.scope and c.kind = any(string_to_array(s.kinds, ',')) and not c.removed
            left join unnest($3::text[], $4::date[]) as w(kind, first) on w.kind = c.kind
            where (w.first is null or coalesce(c.since, feed_since(c.kind, c.id), '-infinity') >= w.first)
            """;

    private static final String ALL = LIVE + "group by c.kind, c.id";

    private static final String OF_KIND = LIVE + """
            and c.kind = $5 and c.id > $6
            group by c.kind, c.id
            order by c.id
            limit $7
            """;

    private static final String AMONG = LIVE + """
            and c.kind = $5 and c.id = any($6)
            group by c.kind, c.id
            """;

    private static final String NEWS = """
            select exists (
                select 1
                from unnest($1::bigint[], $2::text[]) as s(scope, kinds)
                cross join lateral (
                    select 1 from sync_change c
                    where c.scope = s.scope and c.position >= $3 and c.kind = any(string_to_array(s.kinds, ','))
                    limit 1) r) as news
            """;

    private final Pool pool;
    private final Clock clock;

    HeldRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Map<String, List<HeldRecord>>> all(List<FeedScope> scopes) {
        return pool.preparedQuery(ALL).execute(inWindows(scopes)).map(rows -> {
            Map<String, List<HeldRecord>> byKind = new HashMap<>();
            rows.forEach(row -> byKind.computeIfAbsent(row.getString("kind"), kind -> new ArrayList<>())
                    .add(record(row)));
            return byKind;
        });
    }

    /** By id, after this one. */
    Uni<List<HeldRecord>> ofKind(List<FeedScope> scopes, String kind, UUID after, int rows) {
        return pool.preparedQuery(OF_KIND)
                .execute(inWindows(scopes).addString(kind).addUUID(after).addInteger(rows))
                .map(HeldRows::records);
    }

    Uni<List<HeldRecord>> among(List<FeedScope> scopes, String kind, Collection<UUID> ids) {
        return pool.preparedQuery(AMONG)
                .execute(inWindows(scopes).addString(kind).addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(HeldRows::records);
    }

    /** Whether the next pull from this position would bring anything. */
    Uni<Boolean> isNewsFrom(List<FeedScope> scopes, long position) {
        return pool.preparedQuery(NEWS)
                .execute(arguments(scopes).addLong(position))
                .map(rows -> rows.iterator().next().getBoolean("news"));
    }

    private Tuple inWindows(List<FeedScope> scopes) {
        LocalDate today = LocalDays.today(clock);
        FeedWindow[] windows = FeedWindow.values();
        String[] kinds = new String[windows.length];
        LocalDate[] firstDays = new LocalDate[windows.length];
        for (int i = 0; i < windows.length; i++) {
            kinds[i] = windows[i].kind();
            firstDays[i] = windows[i].firstDay(today);
        }
        return arguments(scopes).addArrayOfString(kinds).addArrayOfLocalDate(firstDays);
    }

    private static Tuple arguments(List<FeedScope> scopes) {
        return Tuple.tuple()
                .addArrayOfLong(scopes.stream().map(FeedScope::scope).toArray(Long[]::new))
                .addArrayOfString(scopes.stream().map(FeedScope::kinds).toArray(String[]::new));
    }

    private static List<HeldRecord> records(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(HeldRows::record)
                .toList();
    }

    private static HeldRecord record(Row row) {
        return new HeldRecord(row.getUUID("id"), row.getInteger("version"));
    }
}
