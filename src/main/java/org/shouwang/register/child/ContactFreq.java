package org.shouwang.register.child;

/** How often a parent who is away is in touch with the child (与子女联系频率). */
enum ContactFreq {
    DAILY,
    WEEKLY,
    MONTHLY,
    RARE,
    NEVER
}
