package org.shouwang.monitoring.score;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit in a book.
 *
 * @param base the points of all parts; null where there was nothing to judge
 * @param adjustment by hand, in all
 * @param score and rank as they were published; null before, and without a base
 */
record UnitScore(
        UUID unitId,
        String unitName,
        @Nullable BigDecimal base,
        BigDecimal adjustment,
        @Nullable BigDecimal score,
        @Nullable Integer rank) {

    /** What it has now. */
    @Nullable
    BigDecimal now() {
        return score == null ? Scoring.adjusted(base, adjustment) : score;
    }
}
