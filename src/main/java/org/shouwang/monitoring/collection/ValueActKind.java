package org.shouwang.monitoring.collection;

import org.shouwang.platform.Right;

/** What is done to a value, and under which right. */
public enum ValueActKind {
    SUBMIT(Right.UNIT_REPORT_WRITE),
    RESUBMIT(Right.UNIT_REPORT_WRITE),
    /** By the unit, before anybody has reviewed it. */
    TAKE_BACK(Right.UNIT_REPORT_WRITE),
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

    /** Whether the value is with the unit afterwards, whatever its figures are. */
    boolean isBack() {
        return this == RETURN || this == TAKE_BACK;
    }

    /** Whether it is the unit's, which stands in no area. */
    boolean isUnits() {
        return right == Right.UNIT_REPORT_WRITE;
    }
}
