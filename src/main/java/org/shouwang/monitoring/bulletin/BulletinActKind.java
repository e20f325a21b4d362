package org.shouwang.monitoring.bulletin;

/** What is done to a draft. */
enum BulletinActKind {
    ISSUE,
    WITHDRAW
}
