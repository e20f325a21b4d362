package org.shouwang.monitoring.bulletin;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * A bulletin (通报).
 *
 * @param periodNo year and quarter of the period as one number
 * @param replacedBy the one that was issued in its place
 * @param bulletinNo as it stands on the bulletin; null while it is a draft
 */
record Bulletin(
        UUID id,
        int version,
        UUID periodId,
        AreaCode area,
        int year,
        @Nullable Integer quarter,
        int periodNo,
        BulletinStatus status,
        boolean ranked,
        @Nullable String opening,
        @Nullable String closing,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy,
        @Nullable String bulletinNo,
        @Nullable LocalDate issuedOn,
        @Nullable String catalogueVersion,
        Buffer requestHash) {

    /** Of the bulletin {@code b} and its period {@code p}; its content is read only where one is asked for. */
    static final String COLUMNS = """
            b.id, b.version, b.period_id, b.area_code, p.year, p.quarter, b.period_no, b.status, b.ranked, b.opening, b.closing, b.replaces,
            b.replaced_by, b.bulletin_no, b.issued_on, b.catalogue_version, b.request_hash
            """;

    /** Reads a row of {@link #COLUMNS}. */
    static Bulletin of(Row row) {
        return new Bulletin(
                row.getUUID("id"),
                row.getInteger("version"),
                row.getUUID("period_id"),
                new AreaCode(row.getLong("area_code")),
                row.getInteger("year"),
                row.getInteger("quarter"),
                row.getInteger("period_no"),
                BulletinStatus.valueOf(row.getString("status")),
                row.getBoolean("ranked"),
                row.getString("opening"),
                row.getString("closing"),
                row.getUUID("replaces"),
                row.getUUID("replaced_by"),
                row.getString("bulletin_no"),
                row.getLocalDate("issued_on"),
                row.getString("catalogue_version"),
                row.getBuffer("request_hash"));
    }
}
