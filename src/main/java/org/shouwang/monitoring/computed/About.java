package org.shouwang.monitoring.computed;

/** What is counted, and so how few of them may be shown. */
enum About {
    /** Villages, townships, homes. */
    PLACES,
    /** Children and what is done for them. */
    PERSONS,
    /** Confidential cases (class R). */
    CASES
}
