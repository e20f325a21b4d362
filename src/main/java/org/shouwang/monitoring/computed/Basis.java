package org.shouwang.monitoring.computed;

import java.time.LocalDate;

/** Where the figures of a day come from. */
enum Basis {
    /** Counted now. */
    LIVE,
    /** Counted now, by the dates that the records carry. */
    DATED,
    /** Counted at the end of the quarter, and stored. */
    FROZEN,
    /** Nobody knows any more: the records know only today, and nothing was stored of that day. */
    NOT_KEPT,
    /** The product has no such records: the unit reports it. */
    NO_SOURCE;

    /**
     * What answers for a day: what is stored always does, so that later changes change nothing of it.
     *
     * @param stored whether the day was stored
     */
    static Basis of(Kept kept, boolean stored, LocalDate on, LocalDate today) {
        if (stored) {
            return FROZEN;
        }
        if (!on.isBefore(today)) {
            return LIVE;
        }
        return kept == Kept.DATED ? DATED : NOT_KEPT;
    }

    boolean isCounted() {
        return this == LIVE || this == DATED;
    }
}
