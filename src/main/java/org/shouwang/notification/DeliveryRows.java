package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
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
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Parcel.Road;

/** The outbox. Leases count in the database's own time, which all nodes share and nobody moves. */
@Singleton
class DeliveryRows {

    /** More than a batch needs; after it another node takes over what a killed one left. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String CLAIM = """
            with due as materialized (
                select notification_id, device_id, channel, created_at
                from delivery
                where state = 'PENDING' and not gathered and next_attempt_at <= $1
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
            returning
            """ + DeliveryRow.COLUMNS;

    private static final String SETTLE = """
            update delivery
            set state = $6, attempts = attempts + $7, next_attempt_at = coalesce($8, next_attempt_at), error = $9,
                sent_at = $10, lease_owner = null, leased_until = null
            where notification_id = $1 and device_id = $2 and channel = $3 and created_at = $4
              and lease_owner is not distinct from $5 and state = 'PENDING'
            """;

    /** Passes over what others hold, so that two nodes that pause the same road never wait for each other. */
    private static final String PAUSE = """
            with waiting as materialized (
                select notification_id, device_id, channel, created_at
                from delivery
                where state = 'PENDING' and channel = $1 and platform is not distinct from $3 and next_attempt_at < $2
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
     * Leases deliveries that are due and go alone, of these channels; of others only those that are stale.
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
        return pool.preparedQuery(CLAIM).execute(arguments).map(DeliveryRow::all);
    }

    /**
     * Writes what became of deliveries, unless their lease has gone to somebody else meanwhile, or they were withdrawn.
     *
     * @param lease null where the device's round is leased and not each delivery
     */
    Uni<Void> settle(SqlConnection transaction, @Nullable UUID lease, Collection<Settled> settled, Instant now) {
        List<Tuple> rows = settled.stream().map(one -> row(one, lease, now)).toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(SETTLE).executeBatch(rows).replaceWithVoid();
    }

    /** What became of one delivery. */
    record Settled(Delivery delivery, Settlement settlement) {}

    /** Lets a whole road rest. */
    Uni<Void> pause(SqlConnection transaction, Road road, Instant until) {
        return transaction
                .preparedQuery(PAUSE)
                .execute(Tuple.of(road.channel(), utc(until), road.platform()))
                .replaceWithVoid();
    }

    private static Tuple row(Settled settled, @Nullable UUID lease, Instant now) {
        Delivery delivery = settled.delivery();
        Settlement settlement = settled.settlement();
        return Tuple.tuple()
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
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
        return moment == null ? null : utc(moment);
    }
}
