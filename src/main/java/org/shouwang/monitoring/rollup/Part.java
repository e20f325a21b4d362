package org.shouwang.monitoring.rollup;

import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** What was published of an indicator in one of the areas below. */
record Part(
        AreaCode area,
        String name,
        String indicatorCode,
        BigDecimal numerator,
        @Nullable BigDecimal denominator) {

    static Part of(Row row) {
        return new Part(
                new AreaCode(row.getLong("code")),
                row.getString("name"),
                row.getString("indicator_code"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"));
    }
}
