package org.shouwang.monitoring.computed;

/** Numerator and denominator; those of places beside each other may be added up. */
record Count(long numerator, long denominator) {

    static final Count NONE = new Count(0, 0);

    /** Of one place, which is either so or not. */
    static Count of(boolean counts) {
        return new Count(counts ? 1 : 0, 1);
    }

    Count plus(Count other) {
        return new Count(numerator + other.numerator, denominator + other.denominator);
    }
}
