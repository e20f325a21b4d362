package org.shouwang.monitoring.catalogue;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** A target that an area decided, as it is stored. */
record LocalTarget(
        UUID id,
        int version,
        String indicatorCode,
        Target target,
        boolean binding,
        Instant decidedAt,
        UUID decidedBy,
        Buffer requestHash,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy) {

    static final String COLUMNS = """
            t.id, t.version, t.area_code, t.level, t.indicator_code, t.plan, t.year, t.due_on, t.operator, t.value, t.upper, t.soft,
            t.baseline_year, t.baseline_value, t.binding, t.decided_at, t.decided_by, t.request_hash, t.replaces, t.replaced_by
            """;

    AreaCode area() {
        return Objects.requireNonNull(target.area());
    }

    /** Reads a row of {@link #COLUMNS}. */
    static LocalTarget of(Row row) {
        return new LocalTarget(
                row.getUUID("id"),
                row.getInteger("version"),
                row.getString("indicator_code"),
                target(row),
                row.getBoolean("binding"),
                row.getOffsetDateTime("decided_at").toInstant(),
                row.getUUID("decided_by"),
                row.getBuffer("request_hash"),
                row.getUUID("replaces"),
                row.getUUID("replaced_by"));
    }

    private static Target target(Row row) {
        Integer baseline = row.getInteger("baseline_year");
        return new Target(
                TargetLevel.valueOf(row.getString("level")),
                new AreaCode(row.getLong("area_code")),
                row.getString("plan"),
                row.getInteger("year"),
                row.getLocalDate("due_on"),
                TargetOperator.valueOf(row.getString("operator")),
                row.getBigDecimal("value"),
                row.getBigDecimal("upper"),
                row.getBoolean("soft"),
                List.of(),
                baseline == null ? null : new Milestone(baseline, row.getBigDecimal("baseline_value")));
    }

    /** Whether another one would stand for the same. */
    boolean isFor(AreaCode area, TargetForm form) {
        return area().equals(area)
                && indicatorCode.equals(form.indicatorCode())
                && target.plan().equals(form.plan())
                && target.year() == form.year();
    }
}
