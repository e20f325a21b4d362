package org.shouwang.monitoring.catalogue;

/** How often an indicator is collected. */
public enum Frequency {
    /** Once a year, official. */
    A,
    /** Each quarter, provisional. */
    Q,
    /** Each month; by quarters here. */
    M,
    /** Once a term of office. */
    TERM;

    /** Whether it is due in the quarters, else in the year as a whole. */
    boolean isQuarterly() {
        return this == Q || this == M;
    }
}
