package org.shouwang.notification;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Delivery.Subject;
import org.shouwang.notification.NextStep.SmsState;
import org.shouwang.notification.StillTrue.Told;
import org.shouwang.platform.AreaCode;

/**
 * A notice that is followed up, as its row says.
 *
 * @param inboxSeen whether the worker has read what was told later, and so had the inbox open
 * @param inOffice whether the post for which the worker was told is still held
 * @param place where the post stands; null of one of the whole instance
 * @param smsId the message that told of it
 * @param attempts how often that was tried
 * @param lastSms when the worker was last sent any
 */
record Unopened(
        UUID workerId,
        Subject subject,
        Grade grade,
        Instant toldAt,
        boolean inboxSeen,
        boolean inOffice,
        @Nullable AreaCode place,
        SmsState sms,
        @Nullable UUID smsId,
        int attempts,
        @Nullable UUID callTaskId,
        @Nullable Instant lastSms) {

    static Unopened of(Row row) {
        Told told = new Told(
                row.getUUID("notification_id"),
                row.getString("event"),
                row.getUUID("subject_id"),
                row.getUUID("appointment_id"));
        Long place = row.getLong("place");
        String sms = row.getString("sms_state");
        return new Unopened(
                row.getUUID("worker_id"),
                new Subject(
                        told,
                        row.getString("subject_type"),
                        row.getBoolean("urgent"),
                        row.getOffsetDateTime("read_at") != null),
                Grade.valueOf(row.getString("grade")),
                row.getOffsetDateTime("told_at").toInstant(),
                row.getBoolean("inbox_seen"),
                row.getBoolean("in_office"),
                place == null ? null : new AreaCode(place),
                sms == null ? SmsState.NONE : SmsState.valueOf(sms),
                row.getUUID("sms_id"),
                row.getInteger("sms_attempts"),
                row.getUUID("call_task_id"),
                Optional.ofNullable(row.getOffsetDateTime("last_sms"))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    UUID id() {
        return subject.told().notificationId();
    }
}
