package org.shouwang.task;

/** Where a task comes from (来源). */
enum TaskOrigin {
    ASSIGNED,
    POLICY,
    RISK_RULE,
    CAMPAIGN,
    REFERRAL,
    SELF
}
