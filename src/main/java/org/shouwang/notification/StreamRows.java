package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * New rows of an inbox in the order of the change feed. Only what lies below the oldest running transaction is shown: nothing
 * can come in before it any more, so that a place in this order is never passed by something that commits late.
 */
@Singleton
class StreamRows {

    private static final String HORIZON = """
            select (select max(number) from epoch)::bigint * (1::bigint << 48)
                   + pg_snapshot_xmin(pg_current_snapshot())::text::bigint as position
            """;

    private static final String BEGIN =
            "select h.position, $1::bigint - extract(epoch from clock_timestamp())::bigint as seconds from (" + HORIZON
                    + ") h";

    private static final String AFTER = "select h.position as horizon, fresh.* from (" + HORIZON + """
            ) h
            left join lateral (
                select c.position, n.id, n.event, n.occurrence
                from sync_change c
                join notification n on n.id = c.id
                where c.scope = $1 and c.kind = 'notification' and not c.removed and n.worker_id = $2 and n.read_at is null
                  and (c.position, c.id) > ($3, $4) and c.position < h.position
                order by c.position, c.id
                limit $5) fresh on true
            order by fresh.position, fresh.id
            """;

    private static final String STIRRED = """
            select w.scope
            from unnest($1::bigint[], $2::bigint[]) as w(scope, position)
            where exists (select 1 from sync_change c
                          where c.scope = w.scope and c.position > w.position and c.kind = 'notification')
            """;

    /** Sorts behind every id. */
    private static final UUID LAST = new UUID(-1, -1);

    private final Pool pool;

    StreamRows(Pool pool) {
        this.pool = pool;
    }

    /** A place in the order: everything up to it was seen. */
    record Place(long position, UUID id) {}

    /** Where a new stream begins, and how long it may last; not positive when its token is over. */
    record Beginning(Place place, Duration left) {}

    /** Rows after a place, and the place after them. */
    record Step(List<StreamEvent> events, Place place) {}

    Uni<Beginning> begin(long tokenEndsAt) {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(tokenEndsAt))
                .map(rows -> rows.iterator().next())
                .map(row -> new Beginning(below(row.getLong("position")), Duration.ofSeconds(row.getLong("seconds"))));
    }

    Uni<Step> after(Place place, UUID workerId, long workerNumber, int rows) {
        Tuple arguments = Tuple.of(-workerNumber, workerId, place.position(), place.id(), rows);
        return pool.preparedQuery(AFTER).execute(arguments).map(found -> {
            List<Row> all = StreamSupport.stream(found.spliterator(), false).toList();
            List<StreamEvent> events = all.stream()
                    .filter(row -> row.getUUID("id") != null)
                    .map(StreamRows::event)
                    .toList();
            Place next = events.size() == rows
                    ? last(events)
                    : later(place, below(all.get(0).getLong("horizon")));
            return new Step(events, next);
        });
    }

    /** Those of the scopes in which anything happened after their place. */
    Uni<Set<Long>> stirred(Collection<Long> scopes, Collection<Long> positions) {
        return pool.preparedQuery(STIRRED)
                .execute(Tuple.of(scopes.toArray(Long[]::new), positions.toArray(Long[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong("scope"))
                        .collect(Collectors.toSet()));
    }

    private static Place below(long horizon) {
        return new Place(horizon - 1, LAST);
    }

    /** A database that was restored may know less than a client; what that one saw is not shown again. */
    private static Place later(Place one, Place other) {
        return other.position() < one.position() ? one : other;
    }

    private static Place last(List<StreamEvent> events) {
        return events.get(events.size() - 1).place();
    }

    private static StreamEvent event(Row row) {
        return new StreamEvent(
                new Place(row.getLong("position"), row.getUUID("id")),
                new StreamEvent.News(row.getUUID("id"), row.getString("event"), row.getString("occurrence")));
    }
}
