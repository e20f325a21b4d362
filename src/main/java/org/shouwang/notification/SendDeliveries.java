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
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.PushAttempt.Attempted;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.staff.device.Devices;
import org.shouwang.staff.device.PushAddress;

/**
 * Hands due deliveries to their gateways: claims a batch, sends with no connection held, then writes each result down in a
 * transaction of its own. What a killed node had claimed is sent by another when the lease is over, so a push may come
 * twice, and then replaces itself on the screen.
 *
 * <p>Deliveries of a channel that is switched off are kept: switched on within a day, it sends them; later they are stale.
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
    private final PushAttempt attempts;
    private final Devices devices;
    private final Pool pool;
    private final Clock clock;

    SendDeliveries(DeliveryRows deliveries, PushAttempt attempts, Devices devices, Pool pool, Clock clock) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.devices = devices;
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

    @Override
    public Uni<Integer> runOnce() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .whilst(claimed -> claimed > 0)
                .collect()
                .with(Collectors.summingInt(claimed -> claimed));
    }

    /** One claim; its lease has a name of its own, so that nobody who comes late writes over a newer claim. */
    private Uni<Integer> batch() {
        Batch batch = new Batch(UUID.randomUUID(), System.nanoTime(), ConcurrentHashMap.newKeySet());
        return deliveries
                .claim(batch.lease(), attempts.channels(), clock.instant(), BATCH)
                .chain(claimed -> send(claimed, batch).replaceWith(claimed.size()));
    }

    /** A claim under way; {@code resting} are the channels that turned out to be down. */
    private record Batch(UUID lease, long begunAtNanos, Set<String> resting) {

        boolean mayBegin() {
            return System.nanoTime() - begunAtNanos < BEGIN_WITHIN.toNanos();
        }
    }

    private Uni<Void> send(List<Delivery> claimed, Batch batch) {
        return Multi.createFrom()
                .iterable(claimed)
                .onItem()
                .transformToUni(delivery -> Uni.createFrom().deferred(() -> attempt(delivery, batch)))
                .merge(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(attempted -> write(attempted, batch))
                .collect()
                .last();
    }

    /** Nothing when it is too late to begin. */
    private Uni<Attempted> attempt(Delivery delivery, Batch batch) {
        if (!batch.mayBegin()) {
            return Uni.createFrom().nullItem();
        }
        if (batch.resting().contains(delivery.channel())) {
            return Uni.createFrom().item(Attempted.none(delivery, Settlement.postponed(restsUntil())));
        }
        return attempts.of(delivery).invoke(attempted -> {
            if (attempted.channelDown()) {
                batch.resting().add(delivery.channel());
            }
        });
    }

    private Uni<Void> write(Attempted attempted, Batch batch) {
        Delivery delivery = attempted.delivery();
        return pool.withTransaction(transaction -> deliveries
                        .settle(transaction, batch.lease(), delivery, attempted.settlement(), clock.instant())
                        .chain(() -> prune(transaction, attempted.condemned()))
                        .chain(() -> attempted.channelDown()
                                ? deliveries.pause(transaction, delivery.channel(), restsUntil())
                                : Uni.createFrom().voidItem()))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            failure,
                            "The result of notification %s is not written: it is sent again after its lease",
                            delivery.notificationId());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> prune(SqlConnection transaction, @Nullable PushAddress condemned) {
        return condemned == null ? Uni.createFrom().voidItem() : devices.prune(transaction, condemned);
    }

    private Instant restsUntil() {
        return clock.instant().plus(Delivery.CHANNEL_REST);
    }
}
