package org.shouwang.monitoring.score;

/** Where the scores of a year stand. */
enum ScoreStatus {
    /** Of the office alone. */
    DRAFT,
    PUBLISHED,
    /** Another edition was published in its place. */
    REPLACED
}
