package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.catalogue.SmallNumberRule;

/** Figures of which a few more or less say nothing: they are compared over three years, and no card follows from the value. */
final class SmallNumber {

    private static final BigDecimal DENOMINATOR = BigDecimal.valueOf(30);
    private static final BigDecimal DEATHS = BigDecimal.valueOf(5);

    /** So many years are summed up. */
    static final int YEARS = 3;

    private SmallNumber() {}

    /**
     * Numerator and denominator as they were counted.
     *
     * @param denominator null for a count
     */
    record Counted(BigDecimal numerator, @Nullable BigDecimal denominator) {}

    /** A denominator below thirty, or fewer than five deaths; never where all institutions there are were counted. */
    static boolean is(Indicator indicator, Counted counted) {
        if (indicator.smallNumbers() == SmallNumberRule.FULL_CENSUS) {
            return false;
        }
        BigDecimal denominator = counted.denominator();
        return (denominator != null && denominator.compareTo(DENOMINATOR) < 0)
                || (indicator.deaths() && counted.numerator().compareTo(DEATHS) < 0);
    }

    /**
     * The value of some years together: sums of numerators and denominators, never a mean of rates.
     *
     * @param counted in three years, or in what there is of them
     */
    static @Nullable BigDecimal over(Indicator indicator, List<Counted> counted) {
        BigDecimal numerators = counted.stream().map(Counted::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
        return indicator.isCount()
                ? indicator.exact(numerators, null)
                : indicator.exact(
                        numerators,
                        counted.stream()
                                .map(Counted::denominator)
                                .filter(Objects::nonNull)
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
