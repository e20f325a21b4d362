package org.shouwang.monitoring.collection;

/** Where a value stands; one that nobody has reported yet is OPEN: it has no record, or one that the system made. */
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
