package org.shouwang.monitoring.card;

/** Where a card stands. */
enum CardStatus {
    /** By the rules; nobody but the offices sees it. */
    PROPOSED,
    ISSUED,
    /** Its letter was answered. */
    REPLIED,
    /** Not issued, with a reason. */
    DISMISSED,
    /** Proposed, and taken back by the rules: the figures were corrected. */
    WITHDRAWN,
    /** What it asked for is done. */
    CLEARED,
    /** Followed by a red one. */
    UPGRADED,
    /** Issued in error: it does not count. */
    REVOKED;

    /** Whether a person has issued it: nobody but the offices sees the others. */
    boolean wasIssued() {
        return this != PROPOSED && this != DISMISSED && this != WITHDRAWN;
    }

    /** Whether it is out and asks for something still. */
    boolean isOut() {
        return this == ISSUED || this == REPLIED;
    }
}
