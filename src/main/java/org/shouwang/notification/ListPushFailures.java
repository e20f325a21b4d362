package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;

/** The dead letters among the pushes to workers of the caller's area, for whoever runs the instance there. */
@Singleton
class ListPushFailures {

    /** A post without area and organisation is one of the whole instance: shown to whoever reaches every area. */
    private static final String NEWEST_FIRST = """
            select d.notification_id, d.device_id, d.channel, d.platform, n.event, d.error, d.attempts, d.created_at
            from delivery d
            join notification n on n.id = d.notification_id
            join appointment a on a.id = n.appointment_id
            left join organisation o on o.id = a.organisation_id
            where d.state = 'DEAD'
              and exists (select 1 from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                          where coalesce(a.area_code, o.area_code, 100000000000) >= r.lower
                            and coalesce(a.area_code, o.area_code, 100000000000) < r.upper)
              and ($3::timestamptz is null or (d.created_at, d.notification_id, d.device_id) < ($3, $4, $5))
            order by d.created_at desc, d.notification_id desc, d.device_id desc
            limit $6
            """;

    private final Pool pool;

    ListPushFailures(Pool pool) {
        this.pool = pool;
    }

    /** Key of the last row seen. */
    record After(Instant createdAt, UUID notificationId, UUID deviceId) {}

    Uni<Result<List<PushFailureView>>> list(Caller caller, @Nullable After after, int rows) {
        return caller.with(Right.PUSH_REVIEW).thenDo(able -> pool.preparedQuery(NEWEST_FIRST)
                .execute(arguments(able.where(Right.PUSH_REVIEW), after, rows))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(ListPushFailures::view)
                        .toList()));
    }

    private static Tuple arguments(AreaRanges ranges, @Nullable After after, int rows) {
        return Tuple.tuple()
                .addArrayOfLong(
                        ranges.ranges().stream().map(AreaRanges.Range::from).toArray(Long[]::new))
                .addArrayOfLong(
                        ranges.ranges().stream().map(AreaRanges.Range::to).toArray(Long[]::new))
                .addOffsetDateTime(after == null ? null : DeliveryRows.utc(after.createdAt()))
                .addUUID(after == null ? null : after.notificationId())
                .addUUID(after == null ? null : after.deviceId())
                .addInteger(rows);
    }

    private static PushFailureView view(Row row) {
        return new PushFailureView(
                row.getUUID("notification_id"),
                row.getUUID("device_id"),
                row.getString("channel"),
                row.getString("platform"),
                row.getString("event"),
                row.getString("error"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
