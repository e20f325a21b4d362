package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The outbox. Leases count in the database's own time, which all nodes share and nobody moves. */
@Singleton
class DeliveryRows {

    /** More than a batch needs; after it another node takes over what a killed one left. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String CLAIM = """
            with due as materialized (
                select notification_id, device_id, channel, created_at
                from delivery
                where state = 'PENDING' and next_attempt_at <= $1
                  and (leased_until is null or leased_until < clock_timestamp())
                  and (channel = any($2) or created_at < $3)
                order by next_attempt_at
                limit $4
                for update skip locked)
            update delivery d
            set lease_owner = $5, leased_until = clock_timestamp() + make_interval(secs => $6)
            from due left join notification n on n.id = due.notification_id
            where d.notification_id = due.notification_id and d.device_id = due.device_id
              and d.channel = due.channel and d.created_at = due.created_at
            returning d.notification_id, d.device_id, d.channel, d.created_at, d.attempts,
                      n.event, coalesce(n.urgent, false) as urgent, n.read_at is not null as read
            """;

    private static final String SETTLE = """
            update delivery
            set state = $6, attempts = attempts + $7, next_attempt_at = coalesce($8, next_attempt_at), error = $9,
                sent_at = $10, lease_owner = null, leased_until = null
            where notification_id = $1 and device_id = $2 and channel = $3 and created_at = $4
              and lease_owner = $5 and state = 'PENDING'
            """;

    /** Passes over what others hold, so that two nodes that pause the same channel never wait for each other. */
    private static final String PAUSE = """
            with waiting as materialized (
                select notification_id, device_id, channel, created_at
                from delivery
                where state = 'PENDING' and channel = $1 and next_attempt_at < $2
                  and (leased_until is null or leased_until < clock_timestamp())
                for update skip locked)
            update delivery d
            set next_attempt_at = $2
            from waiting
            where d.notification_id = waiting.notification_id and d.device_id = waiting.device_id
              and d.channel = waiting.channel and d.created_at = waiting.created_at
            """;

    private final Pool pool;

    DeliveryRows(Pool pool) {
        this.pool = pool;
    }

    /**
     * Leases deliveries that are due, of these channels; of others only those that are stale.
     *
     * @param lease a name that no other claim has
     */
    Uni<List<Delivery>> claim(UUID lease, Collection<String> channels, Instant now, int rows) {
        Tuple arguments = Tuple.tuple()
                .addOffsetDateTime(utc(now))
                .addArrayOfString(channels.toArray(String[]::new))
                .addOffsetDateTime(utc(now.minus(Delivery.STALE_AFTER)))
                .addInteger(rows)
                .addUUID(lease)
                .addDouble((double) LEASE.toSeconds());
        return pool.preparedQuery(CLAIM).execute(arguments).map(found -> StreamSupport.stream(
                        found.spliterator(), false)
                .map(DeliveryRows::delivery)
                .toList());
    }

    /** Writes what became of a delivery, unless the lease has gone to somebody else meanwhile. */
    Uni<Void> settle(SqlConnection transaction, UUID lease, Delivery delivery, Settlement settlement, Instant now) {
        Tuple arguments = Tuple.tuple()
                .addUUID(delivery.notificationId())
                .addUUID(delivery.deviceId())
                .addString(delivery.channel())
                .addOffsetDateTime(utc(delivery.createdAt()))
                .addUUID(lease)
                .addString(settlement.state().name())
                .addInteger(settlement.attempted() ? 1 : 0)
                .addOffsetDateTime(utcOrNull(settlement.nextAttemptAt()))
                .addString(settlement.error())
                .addOffsetDateTime(settlement.state() == Settlement.State.SENT ? utc(now) : null);
        return transaction.preparedQuery(SETTLE).execute(arguments).replaceWithVoid();
    }

    /** Lets the whole channel rest. */
    Uni<Void> pause(SqlConnection transaction, String channel, Instant until) {
        return transaction
                .preparedQuery(PAUSE)
                .execute(Tuple.of(channel, utc(until)))
                .replaceWithVoid();
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getUUID("notification_id"),
                row.getUUID("device_id"),
                row.getString("channel"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getInteger("attempts"),
                row.getString("event"),
                row.getBoolean("urgent"),
                row.getBoolean("read"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
        return moment == null ? null : utc(moment);
    }
}
