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

    /** Nothing was tried: as many messages as may be are under way. */
    static final SmsResult BUSY = retry("BUSY");

    static SmsResult retry(String reason) {
        return new SmsResult(Outcome.RETRY, reason);
    }

    /** Only what speaks of this one message is the end of it: a wrong secret, path or account is mended, and all else passes. */
    static SmsResult ofStatus(int status) {
        if (status / 100 == 2) {
            return SENT;
        }
        boolean never = status == 400 || status == 413 || status == 422;
        return new SmsResult(never ? Outcome.REFUSED : Outcome.RETRY, "HTTP_" + status);
    }

    /** Whether the bridge was asked at all. */
    public boolean isAttempt() {
        return !equals(BUSY);
    }
}
