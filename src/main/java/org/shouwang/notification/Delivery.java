package org.shouwang.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.StillTrue.Told;
import org.shouwang.notification.gateway.PushResult;

/**
 * One notification on its way to one device.
 *
 * @param platform of the device; null when a node of an earlier release wrote it
 * @param createdAt part of the row's key
 * @param attempts how often it was tried before
 * @param notice what it tells; null when the notification is gone
 */
record Delivery(
        UUID notificationId,
        UUID deviceId,
        String channel,
        @Nullable String platform,
        Instant createdAt,
        int attempts,
        @Nullable Subject notice) {

    /** A hint that comes a day late tells nothing: the inbox has long been seen, or the phone is off. */
    static final Duration STALE_AFTER = Duration.ofHours(24);

    /** How long a platform rests to which nothing gets through. */
    static final Duration CHANNEL_REST = Duration.ofMinutes(15);

    /**
     * The notification as it is now.
     *
     * @param type the kind of record that it is about
     * @param read whether the worker has read it in the inbox meanwhile
     */
    record Subject(Told told, String type, boolean urgent, boolean read) {

        String event() {
            return told.event();
        }
    }

    /** From when on it tells nothing any more. */
    Instant staleAt() {
        return createdAt.plus(STALE_AFTER);
    }

    boolean urgent() {
        return notice != null && notice.urgent();
    }

    /**
     * What becomes of it without sending, for what held when it was written may not hold any more.
     *
     * @param outdated whether there is nothing to be done any more about what it tells
     */
    Optional<Settlement> withoutSending(Instant now, boolean outdated) {
        if (staleAt().isBefore(now)) {
            return Optional.of(Settlement.stale("TOO_LATE"));
        }
        if (notice == null) {
            return Optional.of(Settlement.stale("NOTIFICATION_GONE"));
        }
        if (notice.read()) {
            return Optional.of(Settlement.stale("ALREADY_READ"));
        }
        if (outdated) {
            return Optional.of(Settlement.stale("OUTDATED"));
        }
        Instant earliest = QuietHours.earliest(now, urgent());
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
