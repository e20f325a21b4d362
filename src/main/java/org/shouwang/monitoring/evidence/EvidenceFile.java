package org.shouwang.monitoring.evidence;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * A file of a unit, with the parts that are there.
 *
 * @param area the seat of the unit
 * @param keepUntil when it is deleted; null when something refers to it
 */
record EvidenceFile(
        UUID id,
        int version,
        UUID unitId,
        AreaCode area,
        String name,
        EvidenceType type,
        Parts parts,
        String sha256,
        Set<Integer> there,
        Instant declaredAt,
        @Nullable Instant completedAt,
        @Nullable Instant keepUntil,
        UUID createdBy,
        Buffer requestHash) {

    /** Of the file {@code f} and its unit {@code o}. */
    static final String COLUMNS = """
            f.id, f.version, f.unit_id, o.area_code, f.name, f.media_type, f.size, f.sha256, f.declared_at, f.completed_at, f.keep_until,
            f.created_by, f.request_hash, array(select p.number from evidence_part p where p.file_id = f.id) as there
            """;

    /** Reads a row of {@link #COLUMNS}. */
    static EvidenceFile of(Row row) {
        return new EvidenceFile(
                row.getUUID("id"),
                row.getInteger("version"),
                row.getUUID("unit_id"),
                new AreaCode(row.getLong("area_code")),
                row.getString("name"),
                EvidenceType.valueOf(row.getString("media_type")),
                new Parts(row.getInteger("size")),
                row.getString("sha256"),
                Set.of(row.getArrayOfIntegers("there")),
                row.getOffsetDateTime("declared_at").toInstant(),
                moment(row, "completed_at"),
                moment(row, "keep_until"),
                row.getUUID("created_by"),
                row.getBuffer("request_hash"));
    }

    boolean isAttached() {
        return keepUntil == null;
    }

    private static @Nullable Instant moment(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : moment.toInstant();
    }

    @Override
    public String toString() {
        return "***";
    }
}
