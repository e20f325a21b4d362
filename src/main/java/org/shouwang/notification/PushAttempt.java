package org.shouwang.notification;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.DeliveryRows.Settled;
import org.shouwang.notification.gateway.PushGateway;
import org.shouwang.notification.gateway.PushResult;
import org.shouwang.notification.gateway.PushResult.Outcome;
import org.shouwang.notification.gateway.PushTarget;
import org.shouwang.platform.FailureKind;
import org.shouwang.staff.device.Devices;
import org.shouwang.staff.device.PushAddress;

/** Tries one parcel once and says what becomes of its deliveries. It never fails, so that one bad row does not stop the rest. */
@Singleton
class PushAttempt {

    private static final Logger LOG = Logger.getLogger(PushAttempt.class);

    private final Map<String, PushGateway> gateways;
    private final Devices devices;
    private final NoticeTexts texts;
    private final Outdated outdated;
    private final Pool pool;
    private final Clock clock;
    private final DoubleSupplier chance;

    @Inject
    PushAttempt(
            @All List<PushGateway> gateways,
            Devices devices,
            NoticeTexts texts,
            Outdated outdated,
            Pool pool,
            Clock clock) {
        this(gateways, devices, texts, outdated, pool, clock, () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    PushAttempt(
            List<PushGateway> gateways,
            Devices devices,
            NoticeTexts texts,
            Outdated outdated,
            Pool pool,
            Clock clock,
            DoubleSupplier chance) {
        this.gateways = gateways.stream().collect(Collectors.toMap(PushGateway::channel, Function.identity()));
        this.devices = devices;
        this.texts = texts;
        this.outdated = outdated;
        this.pool = pool;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * What is to be written down.
     *
     * @param result of the message that went out, if one did
     * @param condemned the address that turned out to be dead, to be revoked with its device
     */
    record Attempted(
            Parcel parcel,
            List<Settled> settled,
            @Nullable PushResult result,
            @Nullable PushAddress condemned) {

        static Attempted none(Parcel parcel, List<Settled> settled) {
            return new Attempted(parcel, settled, null, null);
        }

        static Attempted none(Parcel parcel, Settlement ofAll) {
            return none(parcel, each(parcel.deliveries(), ofAll));
        }

        /** When what was not sent is tried again; null when nothing waits. */
        @Nullable
        Instant retriedAt() {
            return settled.stream()
                    .map(one -> one.settlement().nextAttemptAt())
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        /** Whether the parcel's road is to rest. */
        boolean roadClosed() {
            return result != null && result.outcome() == Outcome.CHANNEL_DOWN;
        }
    }

    Uni<Attempted> of(Parcel parcel) {
        return Uni.createFrom()
                .deferred(() -> outdated.of(parcel.notices()))
                .chain(untrue -> attempt(parcel, untrue))
                .onFailure()
                .recoverWithItem(failure -> unforeseen(parcel, failure));
    }

    private Uni<Attempted> attempt(Parcel parcel, Set<UUID> untrue) {
        Instant now = clock.instant();
        List<Settled> dropped = new ArrayList<>();
        List<Delivery> rest = new ArrayList<>();
        for (Delivery delivery : parcel.deliveries()) {
            delivery.withoutSending(now, untrue.contains(delivery.notificationId()))
                    .ifPresentOrElse(
                            settlement -> dropped.add(new Settled(delivery, settlement)), () -> rest.add(delivery));
        }
        if (rest.isEmpty()) {
            return Uni.createFrom().item(Attempted.none(parcel, dropped));
        }
        return devices.address(pool, parcel.deviceId(), parcel.channel())
                .chain(address -> address.isPresent()
                        ? send(parcel, rest, address.get())
                        : Uni.createFrom().item(Attempted.none(parcel, each(rest, Settlement.stale("DEVICE_REVOKED")))))
                .map(attempted -> new Attempted(
                        parcel,
                        Stream.concat(dropped.stream(), attempted.settled().stream())
                                .toList(),
                        attempted.result(),
                        attempted.condemned()));
    }

    private Uni<Attempted> send(Parcel parcel, List<Delivery> rest, PushAddress address) {
        PushTarget target = new PushTarget(PushTarget.Kind.valueOf(address.kind()), address.target());
        return Objects.requireNonNull(gateways.get(parcel.channel()))
                .send(texts.push(rest, target))
                .map(result -> attempted(parcel, rest, address, result));
    }

    private Attempted attempted(Parcel parcel, List<Delivery> rest, PushAddress address, PushResult result) {
        Outcome outcome = result.outcome();
        if (outcome == Outcome.MISCONFIGURED) {
            LOG.errorf("An app was built with another project for %s: its device is revoked", parcel.channel());
        }
        if (outcome == Outcome.CHANNEL_DOWN) {
            LOG.errorf(
                    "Nothing gets through %s to %s until somebody acts: %s",
                    parcel.channel(), parcel.road().platform(), result.reason());
        }
        boolean dead = outcome == Outcome.GONE || outcome == Outcome.MISCONFIGURED;
        return new Attempted(parcel, each(rest, after(rest, result)), result, dead ? address : null);
    }

    /** All that shared a message share what becomes of it; the one tried most decides how long they wait. */
    private Settlement after(List<Delivery> sent, PushResult result) {
        Delivery mostTried = Collections.max(sent, Comparator.comparingInt(Delivery::attempts));
        return mostTried.after(result, clock.instant(), chance.getAsDouble());
    }

    private static List<Settled> each(List<Delivery> deliveries, Settlement settlement) {
        return deliveries.stream()
                .map(delivery -> new Settled(delivery, settlement))
                .toList();
    }

    private Attempted unforeseen(Parcel parcel, Throwable failure) {
        LOG.warnf("A push to device %s failed with %s", parcel.deviceId(), FailureKind.of(failure));
        PushResult retry = PushResult.retry("UNFORESEEN", null);
        return new Attempted(parcel, each(parcel.deliveries(), after(parcel.deliveries(), retry)), retry, null);
    }
}
