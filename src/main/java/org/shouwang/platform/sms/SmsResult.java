package org.shouwang.platform.sms;

/**
 * What became of one attempt.
 *
 * @param reason a stable code, why it was not taken
 */
public record SmsResult(Outcome outcome, String reason) {

    /** What an answer means. */
    public enum Outcome {
        /** The bridge has taken it. Whether it reaches the phone is the provider's. */
        SENT,
        /** Not this time. */
        RETRY,
        /** Never: the bridge will not have it. */
        REFUSED
    }

    static final SmsResult SENT = new SmsResult(Outcome.SENT, "none");

    static SmsResult retry(String reason) {
        return new SmsResult(Outcome.RETRY, reason);
    }

    /** A bridge that is overloaded or broken may be better later; one that objects to the request will object again. */
    static SmsResult ofStatus(int status) {
        if (status / 100 == 2) {
            return SENT;
        }
        boolean later = status / 100 == 5 || status == 408 || status == 425 || status == 429;
        return new SmsResult(later ? Outcome.RETRY : Outcome.REFUSED, "HTTP_" + status);
    }
}
