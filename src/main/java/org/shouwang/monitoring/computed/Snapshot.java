package org.shouwang.monitoring.computed;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * What was counted of an area.
 *
 * @param villages that were counted together
 */
record Snapshot(Count count, int villages, Instant computedAt) {

    static Snapshot of(Row row) {
        return new Snapshot(
                new Count(row.getLong("numerator"), row.getLong("denominator")),
                row.getInteger("villages"),
                row.getOffsetDateTime("computed_at").toInstant());
    }
}
