package org.shouwang.monitoring.score;

/** What a unit is scored by. */
enum ScorePart {
    /** What became of the indicators that it leads. */
    RESULTS,
    /** Whether it reported in time. */
    TIMELINESS,
    /** Whether what it reported stood: it was neither returned nor corrected. */
    QUALITY,
    /** What it was carded for, and whether it answered. */
    SUPERVISION
}
