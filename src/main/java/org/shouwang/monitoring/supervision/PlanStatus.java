package org.shouwang.monitoring.supervision;

/** Where a plan stands. */
enum PlanStatus {
    DRAFT,
    SUBMITTED,
    /** Given back by the office, with a reason. */
    RETURNED,
    /** 备案. */
    FILED,
    RUNNING,
    /** As the unit says. */
    DONE,
    /** As the office found. */
    VERIFIED;

    /** Whether the unit may write another one in its place. */
    boolean isDraft() {
        return this == DRAFT || this == RETURNED;
    }
}
