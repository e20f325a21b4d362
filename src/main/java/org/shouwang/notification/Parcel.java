package org.shouwang.notification;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one device as one message: an urgent delivery alone, or all that gathered for it.
 *
 * @param deliveries oldest first, at least one, all of one device and channel
 * @param gathered whether the device's round is leased rather than the delivery
 */
record Parcel(List<Delivery> deliveries, boolean gathered) {

    Parcel {
        deliveries = List.copyOf(deliveries);
    }

    static Parcel alone(Delivery delivery) {
        return new Parcel(List.of(delivery), false);
    }

    /** What its notifications tell now; nothing of those that are gone. */
    List<Delivery.Subject> notices() {
        return deliveries.stream()
                .map(Delivery::notice)
                .filter(Objects::nonNull)
                .toList();
    }

    UUID deviceId() {
        return deliveries.get(0).deviceId();
    }

    String channel() {
        return deliveries.get(0).channel();
    }

    Road road() {
        return new Road(channel(), deliveries.get(0).platform());
    }

    /** What rests as a whole when nothing gets through. */
    record Road(String channel, @Nullable String platform) {}
}
