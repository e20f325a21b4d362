package org.shouwang.monitoring.supervision;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.card.CardColour;
import org.shouwang.platform.AreaCode;

/**
 * A supervision letter (督办函).
 *
 * @param days from the issue to the deadline
 * @param letterNo as it stands on the letter; null while it is a draft
 * @param missedOn the first deadline that passed without an answer
 */
record Letter(
        UUID id,
        int version,
        UUID cardId,
        AreaCode area,
        UUID unitId,
        String unitName,
        String indicatorCode,
        LetterStatus status,
        CardColour colour,
        String content,
        int days,
        @Nullable String letterNo,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        @Nullable String reasonZh,
        @Nullable String reasonEn,
        @Nullable BigDecimal value,
        @Nullable String yearTarget,
        @Nullable BigDecimal gapPercent,
        @Nullable Instant signedForAt,
        @Nullable String replyText,
        @Nullable Instant repliedAt,
        @Nullable List<UUID> replyFiles,
        @Nullable String reviewReason,
        @Nullable LocalDate missedOn,
        @Nullable LocalDate interviewedOn,
        @Nullable LocalDate accountabilityOn,
        @Nullable String accountabilityNote,
        @Nullable LocalDate closedOn,
        UUID createdBy,
        Buffer requestHash) {

    /** Of the letter {@code l} and its unit {@code o}. */
    static final String COLUMNS = """
            l.id, l.version, l.card_id, l.area_code, l.unit_id, o.name as unit_name, l.indicator_code, l.status, l.colour, l.content,
            l.days, l.letter_no, l.issued_on, l.rectify_due_on, l.reason_zh, l.reason_en, l.value, l.year_target, l.gap_percent,
            l.signed_for_at, l.reply_text, l.replied_at, l.reply_file_ids, l.review_reason, l.missed_on, l.interviewed_on, l.accountability_on, l.accountability_note,
            l.closed_on, l.created_by, l.request_hash
            """;

    /** Reads a row of {@link #COLUMNS}. */
    static Letter of(Row row) {
        return new Letter(
                row.getUUID("id"),
                row.getInteger("version"),
                row.getUUID("card_id"),
                new AreaCode(row.getLong("area_code")),
                row.getUUID("unit_id"),
                row.getString("unit_name"),
                row.getString("indicator_code"),
                LetterStatus.valueOf(row.getString("status")),
                CardColour.valueOf(row.getString("colour")),
                row.getString("content"),
                row.getInteger("days"),
                row.getString("letter_no"),
                row.getLocalDate("issued_on"),
                row.getLocalDate("rectify_due_on"),
                row.getString("reason_zh"),
                row.getString("reason_en"),
                row.getBigDecimal("value"),
                row.getString("year_target"),
                row.getBigDecimal("gap_percent"),
                moment(row, "signed_for_at"),
                row.getString("reply_text"),
                moment(row, "replied_at"),
                files(row),
                row.getString("review_reason"),
                row.getLocalDate("missed_on"),
                row.getLocalDate("interviewed_on"),
                row.getLocalDate("accountability_on"),
                row.getString("accountability_note"),
                row.getLocalDate("closed_on"),
                row.getUUID("created_by"),
                row.getBuffer("request_hash"));
    }

    /** The files of an answer, of a letter or an act. */
    static @Nullable List<UUID> files(Row row) {
        UUID[] ids = row.getArrayOfUUIDs("reply_file_ids");
        return ids == null ? null : List.of(ids);
    }

    /** As SQL takes them. */
    static UUID @Nullable [] array(@Nullable List<UUID> files) {
        return files == null ? null : files.toArray(UUID[]::new);
    }

    private static @Nullable Instant moment(Row row, String column) {
        return row.getOffsetDateTime(column) == null
                ? null
                : row.getOffsetDateTime(column).toInstant();
    }

    /** Whether its deadline has passed on a day and the answer is still owed. */
    boolean isOverdue(LocalDate day) {
        return status.awaitsReply() && Deadline.isMissed(dueOn, day);
    }

    /** Whether a deadline of it has passed without an answer, by a day. */
    boolean isMissed(LocalDate day) {
        return isOverdue(day) || missedOn != null;
    }
}
