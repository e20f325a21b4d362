package org.shouwang.monitoring.collection;

import org.shouwang.platform.Right;

/** What is done to a value, and under which right. */
public enum ValueActKind {
    SUBMIT(Right.UNIT_REPORT_WRITE),
    RESUBMIT(Right.UNIT_REPORT_WRITE),
    RETURN(Right.VALUE_REVIEW),
    REVIEW(Right.VALUE_REVIEW),
    PUBLISH(Right.MONITORING_WRITE),
    CORRECT(Right.MONITORING_WRITE);

    private final Right right;

    ValueActKind(Right right) {
        this.right = right;
    }

    Right right() {
        return right;
    }

    /** Whether it is the unit's, which stands in no area. */
    boolean isUnits() {
        return right == Right.UNIT_REPORT_WRITE;
    }
}
