package org.shouwang.notification;

/**
 * How much it matters that a worker hears of a notice, beyond the push: most phones in the mainland lose pushes, so what nobody
 * opened is followed up. Only what protects a child deserves it; for all else the daily summary and the ladder are enough, and an
 * SMS a day would be one that nobody reads.
 */
public enum Grade {
    /** Stands in the inbox. */
    NONE,
    /** Work of high priority, or late for a child at level HIGH: an SMS in the daytime after half a day. */
    HIGH,
    /** Cannot wait until the morning: an SMS after minutes, at any hour. */
    URGENT,
    /** A child may be in danger now: in the end somebody calls. */
    CRITICAL;

    boolean isFollowed() {
        return this != NONE;
    }

    /** Whether it is followed up at night. */
    boolean isUrgent() {
        return this == URGENT || this == CRITICAL;
    }
}
