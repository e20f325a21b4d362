package org.shouwang.notification;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Delivery.Subject;
import org.shouwang.notification.StillTrue.Told;

/** Reads deliveries with their notifications. */
final class DeliveryRow {

    /** Of a delivery {@code d} with its notification {@code n}, which may be gone. */
    static final String COLUMNS = """
            d.notification_id, d.device_id, d.channel, d.platform, d.created_at, d.attempts,
            n.event, n.urgent, n.read_at, n.subject_type, n.subject_id, n.appointment_id
            """;

    private DeliveryRow() {}

    static List<Delivery> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(DeliveryRow::delivery)
                .toList();
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getUUID("notification_id"),
                row.getUUID("device_id"),
                row.getString("channel"),
                row.getString("platform"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getInteger("attempts"),
                notice(row));
    }

    private static @Nullable Subject notice(Row row) {
        String event = row.getString("event");
        if (event == null) {
            return null;
        }
        UUID id = row.getUUID("notification_id");
        return new Subject(
                new Told(id, event, row.getUUID("subject_id"), row.getUUID("appointment_id")),
                row.getString("subject_type"),
                row.getBoolean("urgent"),
                row.getOffsetDateTime("read_at") != null);
    }
}
