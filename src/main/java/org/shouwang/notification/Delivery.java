package org.shouwang.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One notification on its way to one device.
 *
 * @param createdAt part of the row's key
 * @param attempts how often it was tried before
 * @param event what the notification tells; null when the notification is gone
 * @param read whether the worker has read it in the inbox meanwhile
 */
record Delivery(
        UUID notificationId,
        UUID deviceId,
        String channel,
        Instant createdAt,
        int attempts,
        @Nullable String event,
        boolean urgent,
        boolean read) {

    /** A hint that comes a day late tells nothing: the inbox has long been seen, or the phone is off. */
    static final Duration STALE_AFTER = Duration.ofHours(24);

    /** How long a channel rests through which nothing gets. */
    static final Duration CHANNEL_REST = Duration.ofMinutes(15);

    /** What becomes of it without sending, for what held when it was written may not hold any more. */
    Optional<Settlement> withoutSending(Instant now) {
        if (createdAt.plus(STALE_AFTER).isBefore(now)) {
            return Optional.of(Settlement.stale("TOO_LATE"));
        }
        if (event == null) {
            return Optional.of(Settlement.stale("NOTIFICATION_GONE"));
        }
        if (read) {
            return Optional.of(Settlement.stale("ALREADY_READ"));
        }
        Instant earliest = QuietHours.earliest(now, urgent);
        return earliest.isAfter(now) ? Optional.of(Settlement.postponed(earliest)) : Optional.empty();
    }

    /**
     * What becomes of it after an attempt.
     *
     * @param chance uniform, at least 0 and less than 1
     */
    Settlement after(PushResult result, Instant now, double chance) {
        return switch (result.outcome()) {
            case SENT -> Settlement.sent();
            case RETRY ->
                Settlement.tryAgain(now.plus(Backoff.wait(attempts, result.retryAfter(), chance)), result.reason());
            case CHANNEL_DOWN -> Settlement.tryAgain(now.plus(CHANNEL_REST), result.reason());
            case GONE, MISCONFIGURED, REFUSED -> Settlement.dead(result.reason());
        };
    }
}
