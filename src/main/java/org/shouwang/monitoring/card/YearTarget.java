package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.Direction;
import org.shouwang.monitoring.catalogue.Milestone;
import org.shouwang.monitoring.catalogue.Target;
import org.shouwang.monitoring.catalogue.TargetOperator;

/**
 * What is asked of an indicator for one year.
 *
 * @param operator GE, LE, BETWEEN or APPROX: the others are brought back to these
 * @param upper of a band
 */
record YearTarget(
        TargetOperator operator,
        Direction direction,
        BigDecimal value,
        @Nullable BigDecimal upper) {

    /** About a target is what misses it by no more than this part of it. */
    private static final BigDecimal ABOUT = new BigDecimal("0.05");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SCALE = 6;
    private static final int SHOWN = 4;

    /**
     * A straight line from the baseline over the milestones to the target; before the first of them what that asks for, after
     * the last the target. Empty where there is no number to hold a value against.
     *
     * @param yearBefore the value of the year before, which RISING and FALLING are held against
     */
    static Optional<YearTarget> of(Target target, Direction direction, int year, @Nullable BigDecimal yearBefore) {
        if (direction == Direction.NEUTRAL) {
            return Optional.empty();
        }
        return switch (target.operator()) {
            case GE, LE, APPROX ->
                number(target.value()).map(last -> on(target, target.operator(), direction, last, year));
            case BETWEEN ->
                number(target.value())
                        .map(lower -> new YearTarget(TargetOperator.BETWEEN, direction, lower, target.upper()));
            case CHANGE_PCT ->
                changed(target, target.value()).map(last -> on(target, towards(direction), direction, last, year));
            case RISING -> number(yearBefore).map(before -> new YearTarget(TargetOperator.GE, direction, before, null));
            case FALLING ->
                number(yearBefore).map(before -> new YearTarget(TargetOperator.LE, direction, before, null));
            case LOCAL, NONE -> Optional.empty();
        };
    }

    /** What a unit is to reach in the year by the book of responsibilities. */
    static YearTarget ofUnit(Target target, Direction direction, BigDecimal value) {
        boolean about = target.operator() == TargetOperator.APPROX;
        return new YearTarget(about ? TargetOperator.APPROX : towards(direction), direction, value, null);
    }

    /** What is asked for in the end. */
    static Optional<YearTarget> last(Target target, Direction direction, @Nullable BigDecimal yearBefore) {
        return of(target, direction, target.year(), yearBefore);
    }

    private static Optional<BigDecimal> number(@Nullable BigDecimal value) {
        return Optional.ofNullable(value);
    }

    /** So many per cent from the baseline; a share of it that is negative is a fall. */
    private static Optional<BigDecimal> changed(Target target, @Nullable BigDecimal change) {
        Milestone baseline = target.baseline();
        return number(change).filter(percent -> baseline != null).map(percent -> Optional.ofNullable(baseline)
                .orElseThrow()
                .value()
                .multiply(HUNDRED.add(percent))
                .divide(HUNDRED, SCALE, RoundingMode.HALF_UP));
    }

    private static TargetOperator towards(Direction direction) {
        return direction == Direction.DOWN ? TargetOperator.LE : TargetOperator.GE;
    }

    private static YearTarget on(
            Target target, TargetOperator operator, Direction direction, BigDecimal last, int year) {
        TreeMap<Integer, BigDecimal> way = new TreeMap<>();
        Milestone baseline = target.baseline();
        if (baseline != null) {
            way.put(baseline.year(), baseline.value());
        }
        boolean inPercent = target.operator() == TargetOperator.CHANGE_PCT;
        target.milestones()
                .forEach(milestone -> way.put(
                        milestone.year(),
                        inPercent ? changed(target, milestone.value()).orElseThrow() : milestone.value()));
        way.put(target.year(), last);
        return new YearTarget(operator, direction, at(way, year), null);
    }

    private static BigDecimal at(TreeMap<Integer, BigDecimal> way, int year) {
        Map.Entry<Integer, BigDecimal> before = way.floorEntry(year);
        Map.Entry<Integer, BigDecimal> after = way.ceilingEntry(year);
        if (before == null || after == null) {
            return (before == null ? way.firstEntry() : way.lastEntry()).getValue();
        }
        int years = after.getKey() - before.getKey();
        return years == 0
                ? before.getValue()
                : after.getValue()
                        .subtract(before.getValue())
                        .multiply(BigDecimal.valueOf(year - (long) before.getKey()))
                        .divide(BigDecimal.valueOf(years), SCALE, RoundingMode.HALF_UP)
                        .add(before.getValue());
    }

    boolean isMet(BigDecimal reached) {
        if (operator == TargetOperator.APPROX) {
            return missedBy(reached).compareTo(ABOUT.multiply(value.abs())) <= 0;
        }
        return missedBy(reached).signum() <= 0;
    }

    /** By how much it is missed, in the unit of the indicator; nothing or less where it is reached. */
    private BigDecimal missedBy(BigDecimal reached) {
        if (operator == TargetOperator.BETWEEN) {
            return value.subtract(reached).max(reached.subtract(bound(reached)));
        }
        return isUpwards() ? value.subtract(reached) : reached.subtract(value);
    }

    private boolean isUpwards() {
        return operator == TargetOperator.GE || (operator == TargetOperator.APPROX && direction == Direction.UP);
    }

    /**
     * The gap to the target as a part of it, of a band to the nearest bound; 0 or less where it is reached.
     *
     * @return empty where the target is nought: no part of it can be told
     */
    Optional<BigDecimal> gap(BigDecimal reached) {
        BigDecimal of = bound(reached);
        return of.signum() == 0
                ? Optional.empty()
                : Optional.of(missedBy(reached).divide(of.abs(), MathContext.DECIMAL128));
    }

    /** What a value is held against: of a band the bound that is near. */
    private BigDecimal bound(BigDecimal reached) {
        return upper == null || reached.compareTo(value) < 0 ? value : upper;
    }

    /** How much of the way from the baseline has been gone; empty in a band, and where there is no way. */
    Optional<BigDecimal> progress(@Nullable Milestone baseline, BigDecimal reached) {
        if (baseline == null || operator == TargetOperator.BETWEEN || value.compareTo(baseline.value()) == 0) {
            return Optional.empty();
        }
        return Optional.of(reached.subtract(baseline.value())
                .divide(value.subtract(baseline.value()), SCALE, RoundingMode.HALF_UP));
    }

    /** As it is said in a reason. */
    String text() {
        String number = plain(value);
        return switch (operator) {
            case BETWEEN -> number + "–" + (upper == null ? "" : plain(upper));
            case APPROX -> "≈ " + number;
            case LE -> "≤ " + number;
            case GE, CHANGE_PCT, RISING, FALLING, LOCAL, NONE -> "≥ " + number;
        };
    }

    static String plain(BigDecimal number) {
        return number.setScale(Math.min(Math.max(number.scale(), 0), SHOWN), RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
