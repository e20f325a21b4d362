package org.shouwang.task.sample;

/** Why a visit was drawn. */
enum SampleReason {
    /** A child of the visit is at HIGH or CRITICAL. */
    LEVEL,
    /** Its place lies below the share. */
    SHARE,
    /** The quarter was filled up to its share. */
    FILLED
}
