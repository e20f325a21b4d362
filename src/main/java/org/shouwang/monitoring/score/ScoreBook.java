package org.shouwang.monitoring.score;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * The scores of all units of a county for a year.
 *
 * @param edition counted for area and year
 * @param replaces the edition in whose place it stands, with the reason
 */
record ScoreBook(
        UUID id,
        int version,
        AreaCode area,
        int year,
        ScoreStatus status,
        int edition,
        @Nullable UUID replaces,
        @Nullable String reason,
        String modelVersion,
        String catalogueVersion,
        Instant computedAt,
        @Nullable LocalDate publishedOn,
        @Nullable UUID publicationId,
        @Nullable UUID publishedBy,
        UUID createdBy,
        Buffer requestHash) {

    /** A unit may object so long after the publication (default). */
    private static final int DAYS_TO_OBJECT = 15;

    /** Of the book {@code b}. */
    static final String COLUMNS = """
            b.id, b.version, b.area_code, b.year, b.status, b.edition, b.replaces, b.reason, b.model_version, b.catalogue_version,
            b.computed_at, b.published_on, b.publication_id, b.published_by, b.created_by, b.request_hash
            """;

    /** Reads a row of {@link #COLUMNS}. */
    static ScoreBook of(Row row) {
        return new ScoreBook(
                row.getUUID("id"),
                row.getInteger("version"),
                new AreaCode(row.getLong("area_code")),
                row.getInteger("year"),
                ScoreStatus.valueOf(row.getString("status")),
                row.getInteger("edition"),
                row.getUUID("replaces"),
                row.getString("reason"),
                row.getString("model_version"),
                row.getString("catalogue_version"),
                row.getOffsetDateTime("computed_at").toInstant(),
                row.getLocalDate("published_on"),
                row.getUUID("publication_id"),
                row.getUUID("published_by"),
                row.getUUID("created_by"),
                row.getBuffer("request_hash"));
    }

    boolean isDraft() {
        return status == ScoreStatus.DRAFT;
    }

    /** The last day for objections; null before it is published. */
    @Nullable
    LocalDate objectUntil() {
        return publishedOn == null ? null : publishedOn.plusDays(DAYS_TO_OBJECT);
    }
}
