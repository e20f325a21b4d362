package org.shouwang.monitoring.catalogue;

/** How a value is held against a target. */
public enum TargetOperator {
    /** At least. */
    GE,
    /** At most. */
    LE,
    /** Within a band, both bounds included. */
    BETWEEN,
    /** About: within five per cent of it, or better. */
    APPROX,
    /** Changed by so many per cent against the base year. */
    CHANGE_PCT,
    /** No less than the year before. */
    RISING,
    /** No more than the year before. */
    FALLING,
    /** Left to the county, which has not decided here. */
    LOCAL,
    /** Watched only. */
    NONE;

    /** Whether it needs a number. */
    public boolean hasValue() {
        return switch (this) {
            case GE, LE, BETWEEN, APPROX, CHANGE_PCT -> true;
            case RISING, FALLING, LOCAL, NONE -> false;
        };
    }

    /** Whether a value can be held against it at all. */
    public boolean isAssessed() {
        return this != LOCAL && this != NONE;
    }

    /** Whether it makes sense where values get better this way. */
    boolean fits(Direction direction) {
        return switch (this) {
            case GE, RISING -> direction == Direction.UP;
            case LE, FALLING -> direction == Direction.DOWN;
            case APPROX, CHANGE_PCT -> direction == Direction.UP || direction == Direction.DOWN;
            case BETWEEN -> direction == Direction.BAND;
            case LOCAL, NONE -> false;
        };
    }
}
