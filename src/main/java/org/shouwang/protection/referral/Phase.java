package org.shouwang.protection.referral;

import java.util.Optional;

/** What a referral waits for. */
enum Phase {
    /** The receiver takes it or not. */
    ANSWER,
    /** The receiver says what came of it. */
    FEEDBACK,
    /** The sender asks somebody else. */
    ELSEWHERE,
    /** The sender reads what came of it. */
    READ;

    static Optional<Phase> of(ReferralStatus status) {
        return switch (status) {
            case SENT -> Optional.of(ANSWER);
            case ACCEPTED -> Optional.of(FEEDBACK);
            case REJECTED -> Optional.of(ELSEWHERE);
            case FEEDBACK_GIVEN -> Optional.of(READ);
            case CLOSED -> Optional.empty();
        };
    }

    boolean isReceivers() {
        return this == ANSWER || this == FEEDBACK;
    }
}
