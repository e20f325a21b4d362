package org.shouwang.monitoring.collection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.platform.problem.Violation;

/** Whether figures can be those of an indicator (表内勾稽关系). */
final class ValueRules {

    private static final String NUMERATOR = "figures.numerator";
    private static final String DENOMINATOR = "figures.denominator";

    private ValueRules() {}

    /**
     * What stands against them.
     *
     * @param quarter whether they are of a quarter, else of a year as a whole
     */
    static List<Violation> check(Figures figures, Indicator indicator, boolean quarter) {
        List<Violation> found = new ArrayList<>();
        BigDecimal over = figures.numerator();
        BigDecimal under = figures.denominator();
        if (indicator.isCount() != (under == null)) {
            found.add(Violation.of(
                    DENOMINATOR, indicator.isCount() ? "value-denominator-none" : "value-denominator-needed"));
        } else if (under != null && !indicator.mayExceed() && over.compareTo(under) > 0) {
            found.add(Violation.of(NUMERATOR, "value-numerator-within", plain(over), plain(under)));
        }
        if (isRounded(over, under, indicator)) {
            found.add(Violation.of(NUMERATOR, "value-count-decimals", indicator.decimals()));
        }
        if (quarter && !figures.provisional()) {
            found.add(Violation.of("figures.provisional", "value-quarter-provisional"));
        }
        return found;
    }

    /** A count with more decimals than the indicator has would be stored as another number than was reported. */
    private static boolean isRounded(BigDecimal over, @Nullable BigDecimal under, Indicator indicator) {
        return indicator.isCount() && under == null && over.stripTrailingZeros().scale() > indicator.decimals();
    }

    /** A number as it was sent: sentences would group and round it. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
