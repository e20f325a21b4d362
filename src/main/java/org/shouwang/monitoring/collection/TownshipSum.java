package org.shouwang.monitoring.collection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.platform.problem.Violation;

/**
 * What the townships of a county have reported of an indicator in a period: the value of the county is their sum, numerators and
 * denominators each for themselves.
 *
 * @param owed how many townships have a committee that leads for it
 * @param given how many of them have a value that is not with them again
 */
record TownshipSum(int owed, int given, BigDecimal numerators, BigDecimal denominators) {

    /**
     * What stands against the figures of the county.
     *
     * @param atLast whether all must be there: a county may report before its townships, and is not found right before
     */
    List<Violation> check(Figures county, boolean atLast) {
        if (owed == 0) {
            return List.of();
        }
        if (given < owed) {
            return atLast ? List.of(Violation.of("figures", "value-townships-missing", given, owed)) : List.of();
        }
        List<Violation> found = new ArrayList<>();
        compare("numerator", county.numerator(), numerators, found);
        BigDecimal denominator = county.denominator();
        if (denominator != null) {
            compare("denominator", denominator, denominators, found);
        }
        return found;
    }

    private static void compare(String which, BigDecimal sent, BigDecimal sum, List<Violation> found) {
        if (sent.compareTo(sum) != 0) {
            found.add(Violation.of(
                    "figures." + which, "value-townships-" + which, ValueRules.plain(sent), ValueRules.plain(sum)));
        }
    }
}
