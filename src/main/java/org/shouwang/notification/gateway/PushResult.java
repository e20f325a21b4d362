package org.shouwang.notification.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt.
 *
 * @param outcome what the caller has to do
 * @param reason a stable code for the delivery's row and the metrics; holds no personal data and no target
 * @param providerId the provider's id of the message, if it was sent
 * @param retryAfter how long the provider asked to be left alone, if it is to be tried again and it said so
 */
public record PushResult(
        Outcome outcome,
        String reason,
        @Nullable String providerId,
        @Nullable Duration retryAfter) {

    /** What the caller has to do about an attempt. */
    public enum Outcome {
        /** The provider has it. Whether it reaches the phone is never known. */
        SENT,
        /** Try again: after {@code retryAfter} if it is set, else by the caller's own backoff. */
        RETRY,
        /** The installation is no more: delete the target. */
        GONE,
        /** The target belongs to another app or project: delete it and raise an alarm, for an app was built wrongly. */
        MISCONFIGURED,
        /** This message will never be accepted: dead letter. */
        REFUSED,
        /** Nothing will get through until an operator acts: pause the channel and raise an alarm. */
        CHANNEL_DOWN
    }

    public static PushResult sent(String providerId) {
        return new PushResult(Outcome.SENT, "SENT", providerId, null);
    }

    public static PushResult retry(String reason, @Nullable Duration after) {
        return new PushResult(Outcome.RETRY, reason, null, after);
    }

    public static PushResult of(Outcome outcome, String reason) {
        return new PushResult(outcome, reason, null, null);
    }
}
