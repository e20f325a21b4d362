package org.shouwang.monitoring.catalogue;

/** Whether this system is the source of an indicator. */
public enum Computed {
    YES,
    PARTLY,
    NO
}
