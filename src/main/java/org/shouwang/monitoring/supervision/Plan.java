package org.shouwang.monitoring.supervision;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** A rectification plan (靶向整改方案) without its items. */
record Plan(
        UUID id,
        int version,
        UUID letterId,
        AreaCode area,
        UUID unitId,
        String unitName,
        String indicatorCode,
        PlanStatus status,
        @Nullable LocalDate filedOn,
        @Nullable String returnReason,
        @Nullable LocalDate doneOn,
        @Nullable LocalDate verifiedOn,
        Buffer requestHash) {

    /** Of the plan {@code p} and its unit {@code o}. */
    static final String COLUMNS = """
            p.id, p.version, p.letter_id, p.area_code, p.unit_id, o.name as unit_name, p.indicator_code, p.status, p.filed_on,
            p.return_reason, p.done_on, p.verified_on, p.request_hash
            """;

    /** Reads a row of {@link #COLUMNS}. */
    static Plan of(Row row) {
        return new Plan(
                row.getUUID("id"),
                row.getInteger("version"),
                row.getUUID("letter_id"),
                new AreaCode(row.getLong("area_code")),
                row.getUUID("unit_id"),
                row.getString("unit_name"),
                row.getString("indicator_code"),
                PlanStatus.valueOf(row.getString("status")),
                row.getLocalDate("filed_on"),
                row.getString("return_reason"),
                row.getLocalDate("done_on"),
                row.getLocalDate("verified_on"),
                row.getBuffer("request_hash"));
    }
}
