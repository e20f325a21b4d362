package org.shouwang.notification.gateway;

import com.google.firebase.ErrorCode;
import com.google.firebase.messaging.MessagingErrorCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.gateway.PushResult.Outcome;

/**
 * Decides what a refusal by FCM means for the message, the target and the channel.
 *
 * @see <a href="https://firebase.google.com/docs/reference/fcm/rest/v1/ErrorCode">FCM's error codes</a>
 */
final class FcmVerdict {

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
            return withoutCode(platform, status, RetryAfter.of(retryAfter, now));
        }
        return switch (code) {
            case UNREGISTERED -> PushResult.of(Outcome.GONE, code.name());
            case SENDER_ID_MISMATCH -> PushResult.of(Outcome.MISCONFIGURED, code.name());
            case INVALID_ARGUMENT -> PushResult.of(Outcome.REFUSED, code.name());
            case THIRD_PARTY_AUTH_ERROR -> PushResult.of(Outcome.CHANNEL_DOWN, code.name());
            case QUOTA_EXCEEDED, UNAVAILABLE, INTERNAL -> PushResult.retry(code.name(), RetryAfter.of(retryAfter, now));
        };
    }

    private static PushResult withoutCode(ErrorCode platform, @Nullable Integer status, @Nullable Duration wait) {
        if (platform == ErrorCode.INVALID_ARGUMENT) {
            return PushResult.of(Outcome.REFUSED, platform.name());
        }
        boolean onlyStatusSpeaks = platform == ErrorCode.UNKNOWN && status != null;
        return PushResult.retry(onlyStatusSpeaks ? "HTTP_" + status : platform.name(), wait);
    }
}
