package org.shouwang.monitoring.supervision;

import org.shouwang.platform.Right;

/** What is done to a plan, and under which right. */
enum PlanActKind {
    SUBMIT(Right.UNIT_REPORT_WRITE),
    FILE(Right.MONITORING_WRITE),
    RETURN(Right.MONITORING_WRITE),
    START(Right.UNIT_REPORT_WRITE),
    /** A milestone, with its figure. */
    REPORT(Right.UNIT_REPORT_WRITE),
    FINISH(Right.UNIT_REPORT_WRITE),
    VERIFY(Right.MONITORING_WRITE);

    private final Right right;

    PlanActKind(Right right) {
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
