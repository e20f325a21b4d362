package org.shouwang.monitoring.supervision;

import org.shouwang.platform.Right;

/** What is done to a letter, and under which right. */
enum LetterActKind {
    ISSUE(Right.MONITORING_WRITE),
    RECEIVE(Right.UNIT_REPORT_WRITE),
    REPLY(Right.UNIT_REPORT_WRITE),
    ACCEPT(Right.MONITORING_WRITE),
    REJECT(Right.MONITORING_WRITE),
    CLOSE(Right.MONITORING_WRITE),
    /** 约谈. */
    INTERVIEW(Right.MONITORING_WRITE),
    /** 问责. */
    ACCOUNT(Right.MONITORING_WRITE),
    /** Its card was revoked. */
    REVOKE(Right.MONITORING_WRITE);

    private final Right right;

    LetterActKind(Right right) {
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
