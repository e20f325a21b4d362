package org.shouwang.monitoring.bulletin;

/** Where a bulletin stands. */
enum BulletinStatus {
    /** Of the offices alone. */
    DRAFT,
    /** It never changes again. */
    ISSUED,
    /** A draft that was given up. */
    WITHDRAWN
}
