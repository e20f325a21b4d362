package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.card.SmallNumber.Counted;
import org.shouwang.monitoring.collection.PastValue;

/**
 * The published values of an indicator in a place up to a period.
 *
 * @param values of this year and the three before, each period once
 * @param quarter null where the period is a year
 */
record Series(List<PastValue> values, int year, @Nullable Integer quarter) {

    private static final int QUARTERS = 4;

    Series {
        values = List.copyOf(values);
    }

    /** The value of the period itself. */
    Optional<PastValue> now() {
        return at(year, quarter);
    }

    private Optional<PastValue> at(int ofYear, @Nullable Integer ofQuarter) {
        return values.stream()
                .filter(one -> one.year() == ofYear && Objects.equals(one.quarter(), ofQuarter))
                .findFirst();
    }

    /**
     * This quarter and those before it, the newest first, as far back as none is missing or small. A count that begins anew each January
     * has no trend.
     */
    List<BigDecimal> quarters(Predicate<PastValue> small) {
        if (quarter == null) {
            return List.of();
        }
        List<BigDecimal> found = new ArrayList<>();
        for (int number = year * QUARTERS + quarter - 1; ; number--) {
            Optional<PastValue> one = at(number / QUARTERS, number % QUARTERS + 1);
            BigDecimal value = one.map(PastValue::value).orElse(null);
            if (value == null || (one.get().cumulative() && one.get().denominator() == null && !found.isEmpty())) {
                return found;
            }
            if (small.test(one.get())) {
                return found.isEmpty() ? List.of(value) : found;
            }
            found.add(value);
        }
    }

    /**
     * The value of the quarter before, of a year that of the year before; null where there is none, or where it is small. A count
     * that begins anew each January has none in the first quarter.
     */
    @Nullable
    BigDecimal before(Predicate<Counted> small) {
        int last = quarter == null ? 0 : year * QUARTERS + quarter - 2;
        Optional<PastValue> found = quarter == null ? at(year - 1, null) : at(last / QUARTERS, last % QUARTERS + 1);
        return found.filter(
                        one -> !(one.cumulative() && one.denominator() == null && one.year() < year && quarter != null))
                .filter(one -> !small.test(new Counted(one.numerator(), one.denominator())))
                .map(PastValue::value)
                .orElse(null);
    }

    /**
     * What small numbers are compared over: three years, as years where the period is one, else as quarters; of figures that count
     * from January the same quarter of each year.
     */
    List<Counted> threeYears() {
        Stream<Optional<PastValue>> asked;
        Integer here = quarter;
        if (here != null && !now().map(PastValue::cumulative).orElse(false)) {
            int last = year * QUARTERS + here - 1;
            asked = IntStream.range(0, SmallNumber.YEARS * QUARTERS)
                    .map(back -> last - back)
                    .mapToObj(number -> at(number / QUARTERS, number % QUARTERS + 1));
        } else {
            asked = IntStream.range(0, SmallNumber.YEARS).mapToObj(back -> at(year - back, here));
        }
        return asked.flatMap(Optional::stream)
                .map(one -> new Counted(one.numerator(), one.denominator()))
                .toList();
    }

    /**
     * The value of the year before: of the year as a whole, else of its last quarter that there is; of figures
     * that count from January the same quarter.
     */
    @Nullable
    BigDecimal yearBefore() {
        if (now().filter(one -> one.quarter() != null && one.cumulative()).isPresent()) {
            return at(year - 1, quarter).map(PastValue::value).orElse(null);
        }
        return at(year - 1, null)
                .or(() -> values.stream()
                        .filter(one -> one.year() == year - 1)
                        .max(Comparator.comparingInt(one -> Objects.requireNonNull(one.quarter()))))
                .map(PastValue::value)
                .orElse(null);
    }
}
