package org.shouwang.monitoring.breakdown;

/** How a unit answers for an indicator. */
public enum ResponsibilityRole {
    /** 牵头单位: reports its values and is carded. Exactly one for an indicator, place and year. */
    LEAD,
    /** 责任单位: supports. */
    SUPPORT
}
