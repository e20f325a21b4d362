package org.shouwang.monitoring.score;

/** What the office says to an objection. */
enum ObjectionOutcome {
    /** Another edition follows. */
    UPHELD,
    REJECTED
}
