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
import java.util.stream.StreamSupport;
import org.shouwang.notification.SummarySource;

/**
 * The tasks in an assignee's daily summary: due today, overdue, and reminded of one and three days before. What the ladder
 * tells those above is counted from its notices.
 */
@Singleton
class TaskSummary implements SummarySource {

    /** Open tasks of posts that are held. Nobody is reminded of what is not to be done yet. */
    private static final String DUE = """
            from (select $1::date as today) day
            join task t on t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
             and t.start_on <= day.today and (t.due_on <= day.today or t.due_on = day.today + 1 or t.due_on = day.today + 3)
            join appointment a on a.id = t.assignee_appointment_id and a.status <> 'ENDED'
            """;

    private static final String WORKERS = "select distinct a.worker_id " + DUE;

    private static final String LINES = """
            select a.worker_id, a.id as appointment_id,
                   case t.due_on - day.today
                       when 0 then 'task-due-today'
                       when 1 then 'task-due-tomorrow'
                       when 3 then 'task-due-in-three-days'
                       else 'task-late' end as kind,
                   count(*) as tasks
            """ + DUE + """
            where a.worker_id = any($2)
            group by 1, 2, 3
            order by 1, 2, 3
            """;

    private final Pool pool;

    TaskSummary(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Set<UUID>> workers(Day day) {
        return pool.preparedQuery(WORKERS).execute(Tuple.of(day.day())).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID("worker_id"))
                .collect(Collectors.toSet()));
    }

    @Override
    public Uni<List<Line>> lines(Day day, Collection<UUID> workers) {
        LocalDate today = day.day();
        return pool.preparedQuery(LINES)
                .execute(Tuple.of(today, workers.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TaskSummary::line)
                        .toList());
    }

    private static Line line(Row row) {
        return new Line(
                row.getUUID("worker_id"),
                row.getUUID("appointment_id"),
                row.getString("kind"),
                row.getInteger("tasks"));
    }
}
