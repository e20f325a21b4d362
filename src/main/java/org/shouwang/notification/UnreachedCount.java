package org.shouwang.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Set;
import org.shouwang.notification.NextStep.SmsState;

/** How many notices that could not wait reached nobody, as {@code shouwang_unreached_total}: neither opened nor sent nor called. */
@Singleton
class UnreachedCount {

    private static final Set<String> UNREACHED = Set.of("NOT_REACHED", "SMS_FAILED", "NOBODY_TO_CALL");

    private final Counter unreached;

    UnreachedCount(MeterRegistry meters) {
        this.unreached = Counter.builder("shouwang.unreached")
                .description("Urgent notices that their workers neither opened nor heard of otherwise")
                .register(meters);
    }

    void ended(Grade grade, SmsState sms, String reason) {
        if (grade.isUrgent() && sms != SmsState.SENT && UNREACHED.contains(reason)) {
            unreached.increment();
        }
    }
}
