package org.shouwang.monitoring.collection;

import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.Indicator;

/**
 * A value that was published, of the period or of one before it.
 *
 * @param quarter null for the year as a whole
 * @param cumulative whether the figures of a quarter count from 1 January
 */
public record PastValue(
        String indicatorCode,
        int year,
        @Nullable Integer quarter,
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        boolean cumulative) {

    /** The same with the value before it is rounded. */
    public PastValue exact(Indicator indicator) {
        return new PastValue(
                indicatorCode,
                year,
                quarter,
                numerator,
                denominator,
                indicator.exact(numerator, denominator),
                cumulative);
    }

    static PastValue of(Row row) {
        return new PastValue(
                row.getString("indicator_code"),
                row.getInteger("year"),
                row.getInteger("quarter"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("value"),
                row.getBoolean("cumulative"));
    }
}
