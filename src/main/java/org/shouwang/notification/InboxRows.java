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
import java.util.Optional;
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

    private static final String READ = """
            with read as (
                update notification set read_at = $3 where worker_id = $1 and id = $2 and read_at is null
                returning id, version)
            select read.id
            from read cross join lateral feed_put(-$4::bigint, 'notification', read.id, read.version) as fed
            """;

    private static final String READ_UP_TO = """
            with newest as (
                select created_at, id from notification where worker_id = $1 and id = $2),
            read as (
                update notification n set read_at = $3
                from newest
                where n.worker_id = $1 and n.read_at is null and (n.created_at, n.id) <= (newest.created_at, newest.id)
                returning n.id, n.version),
            fed as (
                select read.id
                from read cross join lateral feed_put(-$4::bigint, 'notification', read.id, read.version) as fed)
            select (select count(*) from newest) as known, (select count(*) from fed) as read
            """;

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

    /** Marks the worker's row as read, the first time with a change in the feed; empty when there is no such row. */
    Uni<Optional<Entry>> read(UUID workerId, long workerNumber, UUID id, Instant now) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(READ)
                .execute(Tuple.of(workerId, id, utc(now), workerNumber))
                .chain(() -> transaction.preparedQuery(BY_IDS).execute(Tuple.of(workerId, new UUID[] {id})))
                .map(rows -> entries(rows).stream().findFirst()));
    }

    /** Marks the worker's row and all older ones as read and answers how many; empty when there is no such row. */
    Uni<Optional<Integer>> readUpTo(UUID workerId, long workerNumber, UUID id, Instant now) {
        return pool.preparedQuery(READ_UP_TO)
                .execute(Tuple.of(workerId, id, utc(now), workerNumber))
                .map(rows -> rows.iterator().next())
                .map(row -> row.getLong("known") == 0 ? Optional.empty() : Optional.of(row.getInteger("read")));
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
