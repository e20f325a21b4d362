package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of devices: all that gathered for a device goes out together, by one node. A round is leased, not each delivery,
 * so that two nodes never send half of it each. Leases count in the database's own time.
 */
@Singleton
class RoundRows {

    /** More than one message tells of goes with the next one, so that a claim stays small. */
    private static final int MOST = 500;

    /**
     * A round that another node holds, or that comes too early, is passed over here; whether that still holds is asked again
     * of the row as it is when it is taken. Two claims at the same moment take rows in one order.
     */
    private static final String CLAIM = """
            with due as materialized (
                select d.device_id, d.channel
                from delivery d
                left join push_round r on r.device_id = d.device_id and r.channel = d.channel
                where d.state = 'PENDING' and d.gathered and d.next_attempt_at <= $1
                  and (d.channel = any($2) or d.created_at < $3)
                  and (r.leased_until is null or r.leased_until < clock_timestamp())
                  and (r.not_before is null or r.not_before <= $1)
                order by d.next_attempt_at
                limit $4)
            insert into push_round as known (device_id, channel, lease_owner, leased_until)
            select device_id, channel, $5::uuid, clock_timestamp() + make_interval(secs => $6)
            from (select distinct device_id, channel from due) rounds
            order by device_id, channel
            on conflict (device_id, channel) do update
                set lease_owner = excluded.lease_owner, leased_until = excluded.leased_until
                where (known.leased_until is null or known.leased_until < clock_timestamp())
                  and (known.not_before is null or known.not_before <= $1)
            """;

    /** All that gathered, also what would have waited a little longer; of a closed channel only what is stale. */
    private static final String GATHERED = "select " + DeliveryRow.COLUMNS + """
            from push_round r
            cross join lateral (
                select * from delivery w
                where w.device_id = r.device_id and w.channel = r.channel and w.state = 'PENDING' and w.gathered
                  and (w.channel = any($3) or w.created_at < $4)
                order by w.created_at, w.notification_id
                limit $2) d
            left join notification n on n.id = d.notification_id
            where r.lease_owner = $1
            order by r.device_id, r.channel, d.created_at, d.notification_id
            """;

    private static final String RELEASE = """
            update push_round
            set not_before = coalesce($4, not_before), lease_owner = null, leased_until = null
            where device_id = $1 and channel = $2 and lease_owner = $3
            """;

    /** A round whose moment is long over says nothing any more. */
    private static final String FORGET = """
            delete from push_round
            where (not_before is null or not_before < $1) and (leased_until is null or leased_until < clock_timestamp())
            """;

    private final Pool pool;

    RoundRows(Pool pool) {
        this.pool = pool;
    }

    /**
     * Leases the rounds that are due, of these channels; of others only those with something stale.
     *
     * @param lease a name that no other claim has
     * @param rows deliveries that are looked at
     */
    Uni<List<Parcel>> claim(UUID lease, Collection<String> channels, Instant now, int rows) {
        String[] open = channels.toArray(String[]::new);
        OffsetDateTime stale = DeliveryRows.utc(now.minus(Delivery.STALE_AFTER));
        Tuple arguments = Tuple.tuple()
                .addOffsetDateTime(DeliveryRows.utc(now))
                .addArrayOfString(open)
                .addOffsetDateTime(stale)
                .addInteger(rows)
                .addUUID(lease)
                .addDouble((double) DeliveryRows.LEASE.toSeconds());
        return pool.preparedQuery(CLAIM)
                .execute(arguments)
                .chain(taken -> taken.rowCount() == 0
                        ? Uni.createFrom().item(List.of())
                        : pool.preparedQuery(GATHERED)
                                .execute(Tuple.of(lease, MOST, open, stale))
                                .map(found -> parcels(DeliveryRow.all(found))));
    }

    private static List<Parcel> parcels(List<Delivery> deliveries) {
        Map<List<Object>, List<Delivery>> rounds = new LinkedHashMap<>();
        deliveries.forEach(delivery -> rounds.computeIfAbsent(
                        List.of(delivery.deviceId(), delivery.channel()), round -> new ArrayList<>())
                .add(delivery));
        return rounds.values().stream().map(round -> new Parcel(round, true)).toList();
    }

    /**
     * Ends a round that this node still holds.
     *
     * @param notBefore when the next may begin; null leaves what is written
     * @return false when the lease has gone to somebody else, who sends again
     */
    Uni<Boolean> release(SqlConnection transaction, UUID lease, Parcel parcel, @Nullable Instant notBefore) {
        OffsetDateTime moment = notBefore == null ? null : DeliveryRows.utc(notBefore);
        return transaction
                .preparedQuery(RELEASE)
                .execute(Tuple.of(parcel.deviceId(), parcel.channel(), lease, moment))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Answers how many rounds were forgotten. */
    Uni<Integer> forget(Instant now) {
        Instant over = now.minus(Duration.ofDays(1));
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(DeliveryRows.utc(over)))
                .map(SqlResult::rowCount);
    }
}
