package org.shouwang.monitoring.computed;

/** What is known of a day that is over. */
enum Kept {
    /** Its records carry the days from which and to which they hold. */
    DATED,
    /** Its records know only today: the end of a quarter is stored, and no other day is known. */
    FROZEN
}
