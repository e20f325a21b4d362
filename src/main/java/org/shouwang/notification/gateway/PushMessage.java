package org.shouwang.notification.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a push says: that there is something to read, never about whom. Title and body are texts of the message bundles,
 * which hold no name, place or reason, because they travel through servers abroad and stand on lock screens.
 *
 * @param notificationId the inbox row; a repeat with the same id replaces the earlier one on the screen
 * @param type the template's code, by which the app chooses what to open
 * @param target the device
 * @param urgent whether it may wake a sleeping phone
 * @param count how many notifications it stands for, at least 1
 * @param title the line on the lock screen
 * @param body the text under it
 * @param expiresAt from when on it tells nothing any more: no provider is to keep it longer for a phone that is off
 */
public record PushMessage(
        UUID notificationId,
        String type,
        PushTarget target,
        boolean urgent,
        int count,
        String title,
        String body,
        Instant expiresAt) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public PushMessage {
        if (type.isBlank() || title.isBlank() || body.isBlank()) {
            throw new IllegalArgumentException("A push needs a type, a title and a body");
        }
        if (count < 1) {
            throw new IllegalArgumentException("A push stands for at least one notification, not " + count);
        }
    }

    /** How long a provider may keep it from {@code now} on; at least a second, since 0 means for phones that are on now. */
    Duration timeToLive(Instant now) {
        Duration left = Duration.between(now, expiresAt);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }
}
