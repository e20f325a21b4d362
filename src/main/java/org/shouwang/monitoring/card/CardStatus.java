package org.shouwang.monitoring.card;

/** Where a card stands. */
enum CardStatus {
    /** By the rules; nobody but the offices sees it. */
    PROPOSED,
    ISSUED,
    /** Not issued, with a reason. */
    DISMISSED,
    /** What it asked for is done. */
    CLEARED,
    /** Followed by a red one. */
    UPGRADED,
    /** Issued in error: it does not count. */
    REVOKED
}
