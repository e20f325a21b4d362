package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The inbox of a worker, read without entities. */
@Singleton
class InboxRows {

    private static final String COLUMNS = """
            select id, event, appointment_id, subject_type, subject_id, due_on, counts, urgent, created_at, read_at, version
            from notification
            where worker_id = $1
            """;

    private static final String NEWEST_FIRST = COLUMNS + """
            and ($2::timestamptz is null or (created_at, id) < ($2, $3))
            and ($4 = false or read_at is null)
            order by created_at desc, id desc
            limit $5
            """;

    private static final String BY_IDS = COLUMNS + "and id = any($2)";

    /** A badge shows no more. */
    private static final String UNREAD = """
            select count(*) as unread
            from (select 1 from notification where worker_id = $1 and read_at is null limit 1000) counted
            """;

    private final Pool pool;

    InboxRows(Pool pool) {
        this.pool = pool;
    }

    /** One row of an inbox, before its texts. */
    record Entry(
            UUID id,
            String event,
            UUID appointmentId,
            String subjectType,
            UUID subjectId,
            @Nullable LocalDate dueOn,
            @Nullable Map<String, Integer> counts,
            boolean urgent,
            Instant createdAt,
            @Nullable Instant readAt,
            int version) {}

    /** Key of the last row seen. */
    record After(Instant createdAt, UUID id) {}

    Uni<List<Entry>> newestFirst(UUID workerId, boolean unreadOnly, @Nullable After after, int rows) {
        Tuple arguments = Tuple.tuple()
                .addUUID(workerId)
                .addOffsetDateTime(after == null ? null : utc(after.createdAt()))
                .addUUID(after == null ? null : after.id())
                .addBoolean(unreadOnly)
                .addInteger(rows);
        return pool.preparedQuery(NEWEST_FIRST).execute(arguments).map(InboxRows::entries);
    }

    Uni<List<Entry>> byIds(UUID workerId, Collection<UUID> ids) {
        return pool.preparedQuery(BY_IDS)
                .execute(Tuple.of(workerId, ids.toArray(UUID[]::new)))
                .map(InboxRows::entries);
    }

    Uni<Integer> unread(UUID workerId) {
        return pool.preparedQuery(UNREAD)
                .execute(Tuple.of(workerId))
                .map(rows -> rows.iterator().next().getInteger("unread"));
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(InboxRows::entry)
                .toList();
    }

    private static Entry entry(Row row) {
        OffsetDateTime readAt = row.getOffsetDateTime("read_at");
        return new Entry(
                row.getUUID("id"),
                row.getString("event"),
                row.getUUID("appointment_id"),
                row.getString("subject_type"),
                row.getUUID("subject_id"),
                row.getLocalDate("due_on"),
                counts(row.getJsonObject("counts")),
                row.getBoolean("urgent"),
                row.getOffsetDateTime("created_at").toInstant(),
                readAt == null ? null : readAt.toInstant(),
                row.getInteger("version"));
    }

    private static @Nullable Map<String, Integer> counts(@Nullable JsonObject stored) {
        if (stored == null) {
            return null;
        }
        Map<String, Integer> counts = new TreeMap<>();
        stored.fieldNames().forEach(kind -> counts.put(kind, stored.getInteger(kind)));
        return counts;
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
