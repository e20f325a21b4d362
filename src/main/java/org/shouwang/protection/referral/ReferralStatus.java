package org.shouwang.protection.referral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a referral is (状态). What is closed stays closed: asking again makes a new one that names it. */
@Schema(name = "ReferralStatus")
public enum ReferralStatus {
    /** The receiver has not answered. */
    SENT,
    /** The receiver is on it. */
    ACCEPTED,
    /** The receiver does not take it: somebody else is to be asked. */
    REJECTED,
    /** The receiver has said what came of it. */
    FEEDBACK_GIVEN,
    /** The sender has read the answer, or asks no more. */
    CLOSED;

    /** Whether the receiver needs to know whom it is about: not what it does not take, and not what it has done. */
    boolean isReceivers() {
        return this == SENT || this == ACCEPTED;
    }
}
