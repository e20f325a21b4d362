package org.shouwang.monitoring.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as a catalogue defines it.
 *
 * @param denominator what it is divided by; null for a count
 * @param factor what the quotient is multiplied by
 * @param mayExceed whether the numerator may be larger than the denominator: gross rates and ratios
 * @param deaths whether the numerator counts deaths: a few of them say nothing of one year
 * @param smallNumbers when its figures are too few to be judged by a single year
 * @param target what the national plan asks for
 * @param unconfirmed whether that must be verified before it is used officially
 * @param leadUnit 牵头单位, by its line of work
 * @param supportUnits 责任单位, by theirs
 */
public record Indicator(
        String code,
        String catalogueVersion,
        String round,
        String nameZh,
        String identifier,
        IndicatorDomain domain,
        String numerator,
        @Nullable String denominator,
        String unit,
        BigDecimal factor,
        int decimals,
        Direction direction,
        boolean mayExceed,
        boolean deaths,
        SmallNumberRule smallNumbers,
        Target target,
        boolean unconfirmed,
        String leadUnit,
        List<String> supportUnits,
        Set<Frequency> frequencies,
        Computed computed,
        String note) {

    public Indicator {
        supportUnits = List.copyOf(supportUnits);
        frequencies = Set.copyOf(frequencies);
    }

    public boolean isCount() {
        return denominator == null;
    }

    /** Whether it is due each quarter. */
    public boolean isQuarterly() {
        return frequencies.stream().anyMatch(Frequency::isQuarterly);
    }

    /** Whether a unit may report it with a year: it is due then, or once in a term of office. */
    public boolean isTakenYearly() {
        return isYearly() || frequencies.contains(Frequency.TERM);
    }

    /** Whether it is due for the year as a whole. */
    public boolean isYearly() {
        return frequencies.contains(Frequency.A);
    }

    /**
     * Numerator ÷ denominator × factor in the decimals of the indicator, a half rounded up; the numerator of a count.
     *
     * @return null where the denominator is nought
     */
    public @Nullable BigDecimal value(BigDecimal over, @Nullable BigDecimal under) {
        if (under == null) {
            return over.setScale(decimals, RoundingMode.HALF_UP);
        }
        return under.signum() == 0 ? null : over.multiply(factor).divide(under, decimals, RoundingMode.HALF_UP);
    }

    /**
     * The same before it is rounded: what is held against a target.
     *
     * @return null where the denominator is nought
     */
    public @Nullable BigDecimal exact(BigDecimal over, @Nullable BigDecimal under) {
        if (under == null) {
            return over;
        }
        return under.signum() == 0 ? null : over.multiply(factor).divide(under, MathContext.DECIMAL128);
    }

    /** A value as it is shown. */
    public BigDecimal shown(BigDecimal exact) {
        return exact.setScale(decimals, RoundingMode.HALF_UP);
    }
}
