package org.shouwang.monitoring.collection;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * A value that was reported, in its newest version.
 *
 * @param area where the indicator is measured
 * @param valueVersion raised by each set of figures
 * @param value numerator ÷ denominator × factor; null where the denominator is nought
 * @param madeBy who made the figures of this version
 * @param submittedBy who reported this version; null where the system made it
 * @param returnReason why it was given back, while it is with the unit
 */
public record IndicatorValue(
        UUID id,
        int version,
        UUID periodId,
        UUID responsibilityId,
        AreaCode area,
        UUID unitId,
        String unitName,
        String indicatorCode,
        String catalogueVersion,
        ValueStatus status,
        int valueVersion,
        Figures figures,
        @Nullable BigDecimal value,
        Instant submittedAt,
        MadeBy madeBy,
        @Nullable UUID submittedBy,
        @Nullable String returnReason,
        @Nullable UUID createdBy,
        Buffer requestHash) {

    /** Of the value {@code v} and its unit {@code o}. */
    static final String COLUMNS = """
            v.id, v.version, v.period_id, v.responsibility_id, v.area_code, v.unit_id, o.name as unit_name, v.indicator_code,
            v.catalogue_version, v.status, v.value_version, v.numerator, v.denominator, v.provisional, v.source,
            v.estimate_method, v.evidence, v.evidence_file_ids, v.attested_by, v.value, v.submitted_at, v.made_by, v.submitted_by, v.return_reason, v.created_by,
            v.request_hash
            """;

    /** Reads a row of {@link #COLUMNS}. */
    static IndicatorValue of(Row row) {
        return new IndicatorValue(
                row.getUUID("id"),
                row.getInteger("version"),
                row.getUUID("period_id"),
                row.getUUID("responsibility_id"),
                new AreaCode(row.getLong("area_code")),
                row.getUUID("unit_id"),
                row.getString("unit_name"),
                row.getString("indicator_code"),
                row.getString("catalogue_version"),
                ValueStatus.valueOf(row.getString("status")),
                row.getInteger("value_version"),
                figures(row),
                row.getBigDecimal("value"),
                row.getOffsetDateTime("submitted_at").toInstant(),
                MadeBy.valueOf(row.getString("made_by")),
                row.getUUID("submitted_by"),
                row.getString("return_reason"),
                row.getUUID("created_by"),
                row.getBuffer("request_hash"));
    }

    /** The columns of figures, which an act has too. */
    static Figures figures(Row row) {
        return new Figures(
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBoolean("provisional"),
                row.getString("source"),
                row.getString("estimate_method"),
                row.getString("evidence"),
                row.getString("attested_by"),
                files(row.getArrayOfUUIDs("evidence_file_ids")));
    }

    private static @Nullable List<UUID> files(UUID @Nullable [] ids) {
        return ids == null ? null : List.of(ids);
    }

    @Override
    public String toString() {
        return "***";
    }
}
