package org.shouwang.monitoring.collection;

/** Where a reported value stands; one that nobody has reported yet is OPEN and has no record. */
public enum ValueStatus {
    OPEN,
    SUBMITTED,
    RETURNED,
    REVIEWED,
    PUBLISHED,
    /** Published in a later version, with a reason. */
    CORRECTED;

    public boolean isPublished() {
        return this == PUBLISHED || this == CORRECTED;
    }
}
