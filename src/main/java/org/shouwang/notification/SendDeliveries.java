package org.shouwang.notification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Parcel.Road;
import org.shouwang.notification.PushAttempt.Attempted;
import org.shouwang.notification.gateway.PushResult;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.background.Batches;
import org.shouwang.staff.device.Devices;
import org.shouwang.staff.device.PushAddress;

/**
 * Hands due deliveries to their gateways: claims a batch, sends with no connection held, then writes each result down in a
 * transaction of its own. What a killed node had claimed is sent by another when the lease is over, so a push may come
 * twice; where the provider has names for messages, it then replaces itself on the screen.
 *
 * <p>Deliveries of a channel that is off or closed are kept: open again within a day, it sends them; later they are stale.
 */
@Singleton
class SendDeliveries implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(SendDeliveries.class);

    private static final int BATCH = 50;

    /** A share of the connections and of a gateway's threads, since requests and other nodes want theirs. */
    private static final int AT_ONCE = 4;

    /** Nothing is begun so late that its lease may end before its answer comes; what is left is claimed anew. */
    private static final Duration BEGIN_WITHIN = DeliveryRows.LEASE.dividedBy(2);

    private final DeliveryRows deliveries;
    private final RoundRows rounds;
    private final PushAttempt attempts;
    private final PushChannels channels;
    private final PushPace pace;
    private final Devices devices;
    private final PushCounts counts;
    private final Pool pool;
    private final Clock clock;

    SendDeliveries(
            DeliveryRows deliveries,
            RoundRows rounds,
            PushAttempt attempts,
            PushChannels channels,
            PushPace pace,
            Devices devices,
            PushCounts counts,
            Pool pool,
            Clock clock) {
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.attempts = attempts;
        this.channels = channels;
        this.pace = pace;
        this.devices = devices;
        this.counts = counts;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "send-deliveries";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    /** Answers how many deliveries were looked at. Ends when none is due, or when other nodes hold all that are. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::next);
    }

    /** Before every batch of what gathered it looks again for what is urgent: a morning's summaries take long. */
    private Uni<Integer> next() {
        return batch(this::alone).chain(urgent -> urgent > 0 ? Uni.createFrom().item(urgent) : batch(this::gathered));
    }

    private Uni<List<Parcel>> alone(Batch batch) {
        return channels.open()
                .chain(open -> deliveries.claim(batch.lease(), open, clock.instant(), BATCH))
                .map(claimed -> claimed.stream().map(Parcel::alone).toList());
    }

    private Uni<List<Parcel>> gathered(Batch batch) {
        return channels.open().chain(open -> rounds.claim(batch.lease(), open, clock.instant(), BATCH));
    }

    /** One claim; its lease has a name of its own, so that nobody who comes late writes over a newer claim. */
    private Uni<Integer> batch(Function<Batch, Uni<List<Parcel>>> claim) {
        Batch batch = new Batch(UUID.randomUUID(), System.nanoTime(), ConcurrentHashMap.newKeySet());
        return claim.apply(batch).chain(claimed -> send(claimed, batch)
                .replaceWith(claimed.stream()
                        .mapToInt(parcel -> parcel.deliveries().size())
                        .sum()));
    }

    /** A claim under way; {@code resting} are the roads that turned out to be closed. */
    private record Batch(UUID lease, long begunAtNanos, Set<Road> resting) {

        boolean mayBegin() {
            return System.nanoTime() - begunAtNanos < BEGIN_WITHIN.toNanos();
        }
    }

    private Uni<Void> send(List<Parcel> claimed, Batch batch) {
        return Multi.createFrom()
                .iterable(claimed)
                .onItem()
                .transformToUni(parcel -> Uni.createFrom().deferred(() -> attempt(parcel, batch)))
                .merge(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(attempted -> write(attempted, batch))
                .collect()
                .last();
    }

    /** Nothing when it is too late to begin. */
    private Uni<Attempted> attempt(Parcel parcel, Batch batch) {
        if (!batch.mayBegin()) {
            return Uni.createFrom().nullItem();
        }
        if (batch.resting().contains(parcel.road())) {
            return Uni.createFrom().item(Attempted.none(parcel, Settlement.postponed(restsUntil())));
        }
        return attempts.of(parcel).invoke(attempted -> {
            if (attempted.roadClosed()) {
                batch.resting().add(parcel.road());
            }
        });
    }

    private Uni<Void> write(Attempted attempted, Batch batch) {
        return pool.withTransaction(transaction -> hold(transaction, attempted, batch)
                        .chain(held -> held
                                ? write(transaction, attempted, batch)
                                : Uni.createFrom().voidItem()))
                .invoke(() -> counts.add(attempted))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            "The result of a push to device %s is not written (%s): it is sent again after its lease",
                            attempted.parcel().deviceId(), FailureKind.of(failure));
                    return Uni.createFrom().voidItem();
                });
    }

    /** Ends the round that is still this claim's. What goes alone carries its lease itself. */
    private Uni<Boolean> hold(SqlConnection transaction, Attempted attempted, Batch batch) {
        return attempted.parcel().gathered()
                ? rounds.release(transaction, batch.lease(), attempted.parcel(), nextRound(attempted))
                : Uni.createFrom().item(true);
    }

    /** After a message a device is left alone for a while; after a failure what comes newly waits with the rest. */
    private @Nullable Instant nextRound(Attempted attempted) {
        PushResult result = attempted.result();
        if (result == null) {
            return null;
        }
        return switch (result.outcome()) {
            case SENT -> clock.instant().plus(pace.apart());
            case RETRY -> attempted.retriedAt();
            case GONE, MISCONFIGURED, REFUSED, CHANNEL_DOWN -> null;
        };
    }

    private Uni<Void> write(SqlConnection transaction, Attempted attempted, Batch batch) {
        Parcel parcel = attempted.parcel();
        UUID lease = parcel.gathered() ? null : batch.lease();
        return deliveries
                .settle(transaction, lease, attempted.settled(), clock.instant())
                .chain(() -> prune(transaction, attempted.condemned()))
                .chain(() -> attempted.roadClosed()
                        ? deliveries.pause(transaction, parcel.road(), restsUntil())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> prune(SqlConnection transaction, @Nullable PushAddress condemned) {
        return condemned == null ? Uni.createFrom().voidItem() : devices.prune(transaction, condemned);
    }

    private Instant restsUntil() {
        return clock.instant().plus(Delivery.CHANNEL_REST);
    }
}
