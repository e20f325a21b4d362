package org.shouwang.monitoring.bulletin;

import java.util.Collection;
import java.util.Optional;
import org.shouwang.monitoring.bulletin.BulletinContent.StatusCounts;

/**
 * The place of a unit among all (S2 排名第五): by the share of what it leads for that is reached, compared exactly. Equal shares have one
 * place, and the places that they take together are left out after it.
 */
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
                : Optional.of(1
                        + (int) all.stream()
                                .filter(other -> isBetter(other, unit))
                                .count());
    }

    private static boolean isBetter(StatusCounts one, StatusCounts other) {
        return Tally.assessed(one) > 0
                && (long) Tally.reached(one) * Tally.assessed(other)
                        > (long) Tally.reached(other) * Tally.assessed(one);
    }
}
