package org.shouwang.notification;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.PushResult.Outcome;
import org.shouwang.staff.device.Devices;
import org.shouwang.staff.device.PushAddress;

/** Tries one delivery once and says what becomes of it. It never fails, so that one bad row does not stop the rest. */
@Singleton
class PushAttempt {

    private static final Logger LOG = Logger.getLogger(PushAttempt.class);

    private final Map<String, PushGateway> gateways;
    private final Devices devices;
    private final NoticeTexts texts;
    private final Pool pool;
    private final Clock clock;
    private final DoubleSupplier chance;

    @Inject
    PushAttempt(@All List<PushGateway> gateways, Devices devices, NoticeTexts texts, Pool pool, Clock clock) {
        this(gateways, devices, texts, pool, clock, () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    PushAttempt(
            List<PushGateway> gateways,
            Devices devices,
            NoticeTexts texts,
            Pool pool,
            Clock clock,
            DoubleSupplier chance) {
        this.gateways = gateways.stream().collect(Collectors.toMap(PushGateway::channel, Function.identity()));
        this.devices = devices;
        this.texts = texts;
        this.pool = pool;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * What is to be written down.
     *
     * @param condemned the address that turned out to be dead, to be revoked with its device
     * @param channelDown whether the channel is to rest
     */
    record Attempted(
            Delivery delivery,
            Settlement settlement,
            @Nullable PushAddress condemned,
            boolean channelDown) {

        static Attempted none(Delivery delivery, Settlement settlement) {
            return new Attempted(delivery, settlement, null, false);
        }
    }

    /** The channels that are switched on. */
    Set<String> channels() {
        return gateways.values().stream()
                .filter(PushGateway::enabled)
                .map(PushGateway::channel)
                .collect(Collectors.toSet());
    }

    Uni<Attempted> of(Delivery delivery) {
        return Uni.createFrom()
                .deferred(() -> attempt(delivery))
                .onFailure()
                .recoverWithItem(failure -> unforeseen(delivery, failure));
    }

    private Uni<Attempted> attempt(Delivery delivery) {
        Optional<Settlement> settled = delivery.withoutSending(clock.instant());
        if (settled.isPresent()) {
            return Uni.createFrom().item(Attempted.none(delivery, settled.get()));
        }
        return devices.address(pool, delivery.deviceId(), delivery.channel())
                .chain(address -> address.isPresent()
                        ? send(delivery, address.get())
                        : Uni.createFrom().item(Attempted.none(delivery, Settlement.stale("DEVICE_REVOKED"))));
    }

    private Uni<Attempted> send(Delivery delivery, PushAddress address) {
        PushTarget target = new PushTarget(PushTarget.Kind.valueOf(address.kind()), address.target());
        String event = Objects.requireNonNull(delivery.event());
        return Objects.requireNonNull(gateways.get(delivery.channel()))
                .send(texts.push(delivery, event, target))
                .map(result -> attempted(delivery, address, result));
    }

    private Attempted attempted(Delivery delivery, PushAddress address, PushResult result) {
        Outcome outcome = result.outcome();
        if (outcome == Outcome.MISCONFIGURED) {
            LOG.errorf("An app was built with another project for %s: its device is revoked", delivery.channel());
        }
        if (outcome == Outcome.CHANNEL_DOWN) {
            LOG.errorf("Nothing gets through %s until somebody acts: %s", delivery.channel(), result.reason());
        }
        boolean dead = outcome == Outcome.GONE || outcome == Outcome.MISCONFIGURED;
        return new Attempted(
                delivery,
                delivery.after(result, clock.instant(), chance.getAsDouble()),
                dead ? address : null,
                outcome == Outcome.CHANNEL_DOWN);
    }

    /** Messages of exceptions may quote a target: only the class is logged. */
    private Attempted unforeseen(Delivery delivery, Throwable failure) {
        LOG.warnf(
                "The push of notification %s failed with %s",
                delivery.notificationId(), failure.getClass().getName());
        return Attempted.none(
                delivery, delivery.after(PushResult.retry("UNFORESEEN", null), clock.instant(), chance.getAsDouble()));
    }
}
