package org.shouwang.notification;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import com.google.firebase.ErrorCode;
import com.google.firebase.messaging.MessagingErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.PushResult.Outcome;

/**
 * Decides what a refusal by FCM means for the message, the target and the channel.
 *
 * @see <a href="https://firebase.google.com/docs/reference/fcm/rest/v1/ErrorCode">FCM's error codes</a>
 */
final class FcmVerdict {

    /** The longest wait that we believe; a server asking for more is wrong, or the reminder is stale by then. */
    static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private FcmVerdict() {}

    /**
     * Only FCM's own code condemns a target. A bare 404 or 403 may come from a wrong project id or a proxy, and would
     * cost every worker the push; it is tried again like all that is not understood.
     *
     * @param code FCM's code, if the answer carried one
     * @param platform the code that Google's services share
     * @param status the HTTP status, if there was an answer
     * @param retryAfter the header of that name, if there was one
     * @param now the moment of the answer
     */
    static PushResult of(
            @Nullable MessagingErrorCode code,
            ErrorCode platform,
            @Nullable Integer status,
            @Nullable String retryAfter,
            Instant now) {
        if (code == null) {
            return withoutCode(platform, status, wait(retryAfter, now));
        }
        return switch (code) {
            case UNREGISTERED -> PushResult.of(Outcome.GONE, code.name());
            case SENDER_ID_MISMATCH -> PushResult.of(Outcome.MISCONFIGURED, code.name());
            case INVALID_ARGUMENT -> PushResult.of(Outcome.REFUSED, code.name());
            case THIRD_PARTY_AUTH_ERROR -> PushResult.of(Outcome.CHANNEL_DOWN, code.name());
            case QUOTA_EXCEEDED, UNAVAILABLE, INTERNAL -> PushResult.retry(code.name(), wait(retryAfter, now));
        };
    }

    private static PushResult withoutCode(ErrorCode platform, @Nullable Integer status, @Nullable Duration wait) {
        if (platform == ErrorCode.INVALID_ARGUMENT) {
            return PushResult.of(Outcome.REFUSED, platform.name());
        }
        boolean onlyStatusSpeaks = platform == ErrorCode.UNKNOWN && status != null;
        return PushResult.retry(onlyStatusSpeaks ? "HTTP_" + status : platform.name(), wait);
    }

    /** Reads seconds or a date (RFC 9110, 10.2.3); what is neither, or not in the future, is no wish at all. */
    private static @Nullable Duration wait(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        String wish = retryAfter.strip();
        if (wish.matches("\\d+")) {
            return bounded(wish.length() > 9 ? LONGEST_WAIT : Duration.ofSeconds(Long.parseLong(wish)));
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
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
