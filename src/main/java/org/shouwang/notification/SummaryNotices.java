package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.notification.Delivery.Subject;
import org.shouwang.notification.StillTrue.Told;

/** Notices that are not pushed by themselves are lines of the next summary, unless they were read or are not true any more. */
@Singleton
class SummaryNotices implements SummarySource {

    private static final String WORKERS = """
            select distinct worker_id from notification
            where in_summary and created_at > $1 and created_at <= $2 and read_at is null
            """;

    private static final String NOTICES = """
            select id, worker_id, event, subject_type, subject_id, appointment_id
            from notification
            where worker_id = any($3) and in_summary and created_at > $1 and created_at <= $2 and read_at is null
            order by worker_id, event, id
            """;

    private final Outdated outdated;
    private final Pool pool;

    SummaryNotices(Outdated outdated, Pool pool) {
        this.outdated = outdated;
        this.pool = pool;
    }

    private record Reminder(UUID workerId, Subject subject) {}

    @Override
    public Uni<Set<UUID>> workers(Day day) {
        return pool.preparedQuery(WORKERS).execute(span(day)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID("worker_id"))
                .collect(Collectors.toSet()));
    }

    @Override
    public Uni<List<Line>> lines(Day day, Collection<UUID> workers) {
        return pool.preparedQuery(NOTICES)
                .execute(span(day).addArrayOfUUID(workers.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SummaryNotices::reminder)
                        .toList())
                .chain(reminders -> outdated.of(
                                reminders.stream().map(Reminder::subject).toList())
                        .map(untrue -> lines(reminders, untrue)));
    }

    private static List<Line> lines(List<Reminder> reminders, Set<UUID> untrue) {
        Map<List<Object>, Line> lines = new LinkedHashMap<>();
        for (Reminder reminder : reminders) {
            Told told = reminder.subject().told();
            if (!untrue.contains(told.notificationId())) {
                Line one = new Line(reminder.workerId(), told.appointmentId(), told.event(), 1);
                lines.merge(
                        List.of(one.workerId(), one.appointmentId(), one.kind()),
                        one,
                        (before, more) -> new Line(
                                one.workerId(), one.appointmentId(), one.kind(), before.count() + more.count()));
            }
        }
        return List.copyOf(lines.values());
    }

    private static Reminder reminder(Row row) {
        Told told = new Told(
                row.getUUID("id"), row.getString("event"), row.getUUID("subject_id"), row.getUUID("appointment_id"));
        return new Reminder(row.getUUID("worker_id"), new Subject(told, row.getString("subject_type"), false, false));
    }

    private static Tuple span(Day day) {
        return Tuple.of(DeliveryRows.utc(day.since()), DeliveryRows.utc(day.until()));
    }
}
