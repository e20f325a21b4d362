package org.shouwang.monitoring.catalogue;

/** How often an indicator is collected. */
public enum Frequency {
    /** Once a year, official. */
    A,
    /** Each quarter, provisional. */
    Q,
    /** Each month; by quarters here. */
    M,
    /** Once a term of office: owed in no period by itself, taken with a year. */
    TERM;

    /** Whether it is due in the quarters. */
    boolean isQuarterly() {
        return this == Q || this == M;
    }
}
