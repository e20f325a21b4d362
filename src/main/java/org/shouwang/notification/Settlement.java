package org.shouwang.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery's row says from now on.
 *
 * @param attempted whether the gateway was asked
 * @param nextAttemptAt set while it is pending
 * @param error a stable code, why it was not sent
 */
record Settlement(
        State state,
        boolean attempted,
        @Nullable Instant nextAttemptAt,
        @Nullable String error) {

    /** How far a delivery has come. */
    enum State {
        PENDING,
        SENT,
        DEAD,
        STALE
    }

    static Settlement sent() {
        return new Settlement(State.SENT, true, null, null);
    }

    static Settlement dead(String error) {
        return new Settlement(State.DEAD, true, null, error);
    }

    static Settlement stale(String error) {
        return new Settlement(State.STALE, false, null, error);
    }

    static Settlement postponed(Instant until) {
        return new Settlement(State.PENDING, false, until, null);
    }

    static Settlement tryAgain(Instant at, String error) {
        return new Settlement(State.PENDING, true, at, error);
    }
}
