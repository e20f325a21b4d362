package org.shouwang.notification;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.shouwang.notification.DeliveryRows.Settled;
import org.shouwang.notification.PushAttempt.Attempted;

/** How many deliveries were sent, are tried again or were dropped, and why, as {@code shouwang_push_deliveries_total}. */
@Singleton
class PushCounts {

    private final MeterRegistry meters;

    PushCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    void add(Attempted attempted) {
        attempted.settled().forEach(settled -> count(attempted.parcel().channel(), settled));
    }

    private void count(String channel, Settled settled) {
        Settlement settlement = settled.settlement();
        String reason = settlement.error() == null ? "none" : settlement.error();
        meters.counter(
                        "shouwang.push.deliveries",
                        "channel",
                        channel,
                        "state",
                        settlement.state().name(),
                        "reason",
                        reason)
                .increment();
    }
}
