package org.shouwang.monitoring.catalogue;

import org.shouwang.platform.AreaLevel;

/** Whose plan asks for a target. */
public enum TargetLevel {
    NATIONAL,
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP;

    /** @throws IllegalArgumentException for a village, which has no plan of its own */
    static TargetLevel of(AreaLevel level) {
        return valueOf(level.name());
    }
}
