package org.shouwang.monitoring.catalogue;

import java.math.BigDecimal;

/** Which way an indicator gets better. */
public enum Direction {
    UP,
    DOWN,
    /** Better the nearer it is to a band. */
    BAND,
    /** Watched only, never assessed. */
    NEUTRAL;

    /** Whether one value is worse than an earlier one; in a band no value is, as long as nobody says which bound is near. */
    public boolean isWorse(BigDecimal value, BigDecimal than) {
        return switch (this) {
            case UP -> value.compareTo(than) < 0;
            case DOWN -> value.compareTo(than) > 0;
            case BAND, NEUTRAL -> false;
        };
    }
}
