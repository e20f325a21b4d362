package org.shouwang.monitoring.rollup;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was published of an indicator for a period.
 *
 * @param quarter null for the year as a whole
 */
record Moment(
        int year,
        @Nullable Integer quarter,
        BigDecimal numerator,
        @Nullable BigDecimal denominator) {}
