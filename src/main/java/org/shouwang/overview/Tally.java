package org.shouwang.overview;

import org.jspecify.annotations.Nullable;
import org.shouwang.task.OnTimeNumbers;
import org.shouwang.visit.UnmetNumbers;

/**
 * All that was counted of an area.
 *
 * @param visits becomes a rate, where there may be one
 * @param unmet null where so many children are asked about that nobody counts them
 */
record Tally(
        AreaNumbers numbers, OnTimeNumbers visits, @Nullable UnmetNumbers unmet) {

    /** @param counted whether children were counted whom nobody has met */
    static Tally none(boolean counted) {
        return new Tally(AreaNumbers.NONE, OnTimeNumbers.NONE, counted ? UnmetNumbers.NONE : null);
    }

    Tally plus(Tally other) {
        UnmetNumbers one = unmet;
        UnmetNumbers more = other.unmet;
        return new Tally(
                numbers.plus(other.numbers),
                visits.plus(other.visits),
                one == null || more == null ? null : one.plus(more));
    }
}
