package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.card.SmallNumber.Counted;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.catalogue.StandingTargets.Decided;
import org.shouwang.monitoring.catalogue.Target;
import org.shouwang.monitoring.collection.PastValue;

/**
 * All that decides about the indicators of a place in a period, read in a few statements however many indicators there are.
 *
 * @param quarter null where the period is a year
 */
record Dossier(
        CardRules rules,
        Decided targets,
        List<PastValue> values,
        List<PastCard> cards,
        int year,
        @Nullable Integer quarter) {

    /** @param line under which a unit leads for the indicator; null where none does */
    Evidence evidence(Indicator indicator, @Nullable Responsibility line) {
        Series series = series(indicator);
        Target target = targets.of(indicator);
        Target ofYear = targets.of(indicator, year);
        BigDecimal before = series.yearBefore();
        Optional<YearTarget> asked = Optional.ofNullable(line)
                .map(Responsibility::targetValue)
                .map(value -> YearTarget.ofUnit(target, indicator.direction(), value))
                .or(() -> YearTarget.of(ofYear, indicator.direction(), year, before));
        Optional<PastValue> now = series.now();
        boolean small = now.filter(one -> SmallNumber.is(indicator, new Counted(one.numerator(), one.denominator())))
                .isPresent();
        return new Evidence(
                indicator,
                asked,
                YearTarget.last(target, indicator.direction(), before).or(() -> asked),
                ofYear.soft(),
                small
                        ? SmallNumber.over(indicator, series.threeYears())
                        : now.map(PastValue::value).orElse(null),
                small,
                series.quarters(one -> SmallNumber.is(indicator, new Counted(one.numerator(), one.denominator()))),
                yellowBefore(indicator, line));
    }

    /** Its published values up to the period, exactly. */
    Series series(Indicator indicator) {
        return new Series(
                values.stream()
                        .filter(one -> one.indicatorCode().equals(indicator.code()))
                        .map(one -> one.exact(indicator))
                        .toList(),
                year,
                quarter);
    }

    private int yellowBefore(Indicator indicator, @Nullable Responsibility line) {
        return quarter == null || line == null
                ? 0
                : PastCard.yellowBefore(
                        cards.stream()
                                .filter(card -> card.indicatorCode().equals(indicator.code())
                                        && card.unitId().equals(line.unitId()))
                                .toList(),
                        year,
                        quarter);
    }
}
