package org.shouwang.notification.gateway;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How long a provider wants to be left alone. */
final class RetryAfter {

    /** The longest wait that we believe; a server asking for more is wrong, or the reminder is stale by then. */
    static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * Reads seconds or a date (RFC 9110, 10.2.3); what is neither, or not in the future, is no wish at all.
     *
     * @param now the moment of the answer
     */
    static @Nullable Duration of(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String wish = header.strip();
        if (wish.matches("\\d+")) {
            return bounded(wish.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(wish)));
        }
        try {
            Instant until = ZonedDateTime.parse(wish, RFC_1123_DATE_TIME).toInstant();
            return bounded(Duration.between(now, until));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Duration bounded(Duration wait) {
        if (wait.isNegative() || wait.isZero()) {
            return null;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
