package org.shouwang.monitoring.rollup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.Indicator;

/** What was published of an indicator in an area, the earliest first. */
record Course(Indicator indicator, List<Moment> moments) {

    private static final int YEARS = 3;

    Course {
        moments = List.copyOf(moments);
    }

    /** The same quarter, or the year as a whole, of a year and the two before it, as far as they were published. */
    private List<Moment> threeYears(Moment last) {
        return moments.stream()
                .filter(one -> Objects.equals(one.quarter(), last.quarter())
                        && one.year() <= last.year()
                        && one.year() > last.year() - YEARS)
                .toList();
    }

    /** How many of the three years were published. */
    int years(Moment last) {
        return threeYears(last).size();
    }

    /** Their value together, which small numbers are compared by: sums, never a mean of rates; null where a denominator is nought. */
    @Nullable
    BigDecimal overThreeYears(Moment last) {
        List<Moment> years = threeYears(last);
        BigDecimal over = years.stream().map(Moment::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal under = years.stream()
                .map(Moment::denominator)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return indicator.value(over, indicator.isCount() ? null : under);
    }
}
