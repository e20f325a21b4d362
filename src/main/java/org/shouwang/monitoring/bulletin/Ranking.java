package org.shouwang.monitoring.bulletin;

import java.util.Collection;
import java.util.Optional;
import org.shouwang.monitoring.bulletin.BulletinContent.StatusCounts;
import org.shouwang.monitoring.unit.Places;

/** The place of a unit among all: by the share of what it leads for that is reached, compared exactly. */
final class Ranking {

    private Ranking() {}

    /**
     * Empty where nothing that the unit leads for is assessed.
     *
     * @param all the units that are compared, this one included
     */
    static Optional<Integer> place(StatusCounts unit, Collection<StatusCounts> all) {
        return Tally.assessed(unit) == 0
                ? Optional.empty()
                : Optional.of(Places.of(
                        unit,
                        all.stream().filter(other -> Tally.assessed(other) > 0).toList(),
                        Ranking::byShare));
    }

    private static int byShare(StatusCounts one, StatusCounts other) {
        return Long.compare(
                (long) Tally.reached(other) * Tally.assessed(one), (long) Tally.reached(one) * Tally.assessed(other));
    }
}
