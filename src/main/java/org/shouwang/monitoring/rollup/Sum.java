package org.shouwang.monitoring.rollup;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.Indicator;

/**
 * An indicator of an area from those below: sums of numerators and of denominators, never a mean of rates.
 *
 * @param parts those that have published, in the order of their codes
 */
record Sum(Indicator indicator, List<Part> parts) {

    Sum {
        parts = List.copyOf(parts);
    }

    BigDecimal numerator() {
        return parts.stream().map(Part::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Null for a count. */
    @Nullable
    BigDecimal denominator() {
        return indicator.isCount()
                ? null
                : parts.stream()
                        .map(Part::denominator)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Null where a denominator is nought. */
    @Nullable
    BigDecimal value() {
        return indicator.value(numerator(), denominator());
    }

    /** The place of a part among those that have published: 1 is the best, equal values share one. Only where more or less is better. */
    Optional<Integer> rank(Part part) {
        Comparator<BigDecimal> better =
                switch (indicator.direction()) {
                    case UP -> Comparator.reverseOrder();
                    case DOWN -> Comparator.naturalOrder();
                    case BAND, NEUTRAL -> null;
                };
        BigDecimal own = exact(part);
        return better == null || own == null || indicator.isCount()
                ? Optional.empty()
                : Optional.of(1
                        + (int) parts.stream()
                                .map(this::exact)
                                .filter(Objects::nonNull)
                                .filter(other -> better.compare(other, own) < 0)
                                .count());
    }

    private @Nullable BigDecimal exact(Part part) {
        return indicator.exact(part.numerator(), part.denominator());
    }
}
