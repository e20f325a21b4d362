package org.shouwang.monitoring.breakdown;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * A line of the book of responsibilities.
 *
 * @param area where the indicator is measured
 * @param targetValue what the unit is to reach in the year; null: what the area asks for
 * @param cumulative whether the figures of a quarter count from 1 January
 * @param claimedMeasures what the unit said it would do when it claimed it
 */
public record Responsibility(
        UUID id,
        int version,
        AreaCode area,
        int year,
        String indicatorCode,
        UUID unitId,
        String unitName,
        ResponsibilityRole role,
        @Nullable BigDecimal targetValue,
        boolean cumulative,
        String docNo,
        LocalDate issuedOn,
        @Nullable String measures,
        @Nullable Instant claimedAt,
        @Nullable UUID claimId,
        @Nullable String claimedMeasures,
        @Nullable UUID signedFileId,
        @Nullable Instant withdrawnAt,
        @Nullable UUID withdrawalId,
        @Nullable String withdrawalReason,
        Instant createdAt,
        UUID createdBy,
        Buffer requestHash) {

    /** Of the responsibility {@code r} and its unit {@code o}. */
    public static final String COLUMNS = """
            r.id, r.version, r.area_code, r.year, r.indicator_code, r.unit_id, o.name as unit_name, r.role, r.target_value, r.cumulative, r.doc_no,
            r.issued_on, r.measures, r.claimed_at, r.claim_id, r.claimed_measures, r.signed_file_id, r.withdrawn_at, r.withdrawal_id,
            r.withdrawal_reason, r.created_at, r.created_by, r.request_hash
            """;

    /** Reads a row of {@link #COLUMNS}. */
    public static Responsibility of(Row row) {
        return new Responsibility(
                row.getUUID("id"),
                row.getInteger("version"),
                new AreaCode(row.getLong("area_code")),
                row.getInteger("year"),
                row.getString("indicator_code"),
                row.getUUID("unit_id"),
                row.getString("unit_name"),
                ResponsibilityRole.valueOf(row.getString("role")),
                row.getBigDecimal("target_value"),
                row.getBoolean("cumulative"),
                row.getString("doc_no"),
                row.getLocalDate("issued_on"),
                row.getString("measures"),
                moment(row, "claimed_at"),
                row.getUUID("claim_id"),
                row.getString("claimed_measures"),
                row.getUUID("signed_file_id"),
                moment(row, "withdrawn_at"),
                row.getUUID("withdrawal_id"),
                row.getString("withdrawal_reason"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getUUID("created_by"),
                row.getBuffer("request_hash"));
    }

    public boolean isLead() {
        return role == ResponsibilityRole.LEAD && withdrawnAt == null;
    }

    private static @Nullable Instant moment(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : moment.toInstant();
    }
}
