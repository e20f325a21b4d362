package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.notification.SummarySource;
import org.shouwang.platform.LocalDays;

/**
 * The tasks in an assignee's daily summary, as {@link DueLine} says. What the ladder tells those above is counted from its notices.
 */
@Singleton
class TaskSummary implements SummarySource {

    /** More mornings than these are not made up for: each asks for some due days. */
    private static final int MOST_DAYS = 31;

    /** Open tasks of posts that are held. Nobody is reminded of what is not to be done yet. Served by task_due. */
    private static final String OPEN = """
            from (select $1::date as today) day
            join task t on t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') and t.start_on <= day.today and %s
            join appointment a on a.id = t.assignee_appointment_id and a.status <> 'ENDED'
            """;

    /** Who has read this morning's notice that a task is late is not told once more. */
    private static final String WORKERS = "select distinct a.worker_id "
            + OPEN.formatted("t.due_on = any($2) and (t.due_on <= day.today or t.status = 'NEW')") + """
            where t.due_on <> day.today - 1
               or not exists (select from notification n
                              where n.subject_id = t.id and n.worker_id = a.worker_id and n.event = 'task-overdue'
                                and n.read_at is not null)
            """;

    private static final String LINES = """
            select a.worker_id, a.id as appointment_id, t.due_on, t.status <> 'NEW' as accepted, count(*) as tasks
            """ + OPEN.formatted("t.due_on <= day.today + 3") + """
            where a.worker_id = any($2)
            group by 1, 2, 3, 4
            order by 1, 2, 3, 4
            """;

    private final Pool pool;

    TaskSummary(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Set<UUID>> workers(Day day) {
        LocalDate before = LocalDays.of(day.since());
        LocalDate since =
                before.isBefore(day.day().minusDays(MOST_DAYS)) ? day.day().minusDays(MOST_DAYS) : before;
        LocalDate[] news = DueLine.news(since, day.day()).toArray(LocalDate[]::new);
        return pool.preparedQuery(WORKERS)
                .execute(Tuple.of(day.day()).addArrayOfLocalDate(news))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("worker_id"))
                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<List<Line>> lines(Day day, Collection<UUID> workers) {
        LocalDate today = day.day();
        return pool.preparedQuery(LINES)
                .execute(Tuple.of(today, workers.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .flatMap(row -> lines(today, row))
                        .toList());
    }

    private static Stream<Line> lines(LocalDate today, Row row) {
        return DueLine.of(today, row.getLocalDate("due_on"), row.getBoolean("accepted")).stream()
                .map(line -> new Line(
                        row.getUUID("worker_id"), row.getUUID("appointment_id"), line.kind(), row.getInteger("tasks")));
    }
}
