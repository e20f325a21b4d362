package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;

/** Tasks as they are shown, read on the reactive pool. */
@Singleton
class TaskRows {

    private static final String COLUMNS = """
            select t.*, l.next_alert_at, l.coordinator_told_at, l.county_told_at
            """;

    private static final String BY_IDS = COLUMNS + """
            from task t left join task_ladder l on l.task_id = t.id
            where t.id = any($1)
            """;

    private static final String PLACES =
            "select id, area_code, task_type, origin, assigner_appointment_id, assignee_appointment_id from task where id = any($1)";

    private static final String FILTER = """
              and ($3::text[] is null or t.status = any($3))
              and ($4::date is null or t.due_on < $4)
              and ($5::bigint is null
                   or (t.area_code >= $5 and t.area_code < (select code_end from area where code = $5)))
            """;

    private static final String IN_SCOPE =
            COLUMNS + """
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join task t on t.area_code >= r.lower and t.area_code < r.upper
            left join task_ladder l on l.task_id = t.id
            where (t.area_code, t.due_on, t.id) > ($6, $7, $8)
              and (%s or t.assignee_appointment_id = any($10) or t.assigner_appointment_id = any($10)
                   or (t.task_type = 'INCIDENT_FOLLOW' or t.origin = 'ASSIGNED') and exists (select 1 from unnest($11::bigint[], $12::bigint[]) as s(lower, upper)
                              where t.area_code >= s.lower and t.area_code < s.upper))
            """.formatted(TaskType.unrestricted()) + FILTER + "order by t.area_code, t.due_on, t.id limit $9";

    private static final String OF_ASSIGNEE = COLUMNS + """
            from task t left join task_ladder l on l.task_id = t.id
            where t.assignee_appointment_id = any($1) and (t.due_on, t.id) > ($6, $7) and $2
            """ + FILTER + "order by t.due_on, t.id limit $8";

    private final Pool pool;
    private final Clock clock;

    TaskRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Optional<TaskView>> byId(UUID id) {
        return byIds(List.of(id)).map(found -> found.stream().findFirst());
    }

    Uni<List<TaskView>> byIds(Collection<UUID> ids) {
        return pool.preparedQuery(BY_IDS)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(this::views);
    }

    /** Of many tasks at once, without what they say. */
    Uni<List<TaskPlace>> places(Collection<UUID> ids) {
        return pool.preparedQuery(PLACES)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new TaskPlace(
                                row.getUUID("id"),
                                new AreaCode(row.getLong("area_code")),
                                TaskType.valueOf(row.getString("task_type")),
                                TaskOrigin.valueOf(row.getString("origin")),
                                row.getUUID("assigner_appointment_id"),
                                row.getUUID("assignee_appointment_id")))
                        .toList());
    }

    /** Tasks of the caller's scope by area and due day, as {@link TaskPlace} says who sees them. */
    Uni<List<TaskView>> inScope(Caller caller, TaskQuery query) {
        AreaRanges scope = caller.where(Right.TASK_LIST);
        AreaRanges restricted = caller.posts().stream()
                .filter(post -> post.reaches(Right.TASK_LIST, FieldClass.R))
                .map(Post::areas)
                .reduce(AreaRanges.NONE, AreaRanges::union);
        TaskQuery.Key after = query.after();
        Tuple arguments = Tuple.of(scope.lower(), scope.upper());
        filter(arguments, query)
                .addLong(after.area())
                .addLocalDate(after.dueOn())
                .addUUID(after.id())
                .addInteger(query.rows())
                .addArrayOfUUID(caller.posts().stream().map(Post::appointmentId).toArray(UUID[]::new))
                .addArrayOfLong(restricted.lower())
                .addArrayOfLong(restricted.upper());
        return pool.preparedQuery(IN_SCOPE).execute(arguments).map(this::views);
    }

    /** Tasks that these appointments hold, by due day. */
    Uni<List<TaskView>> heldBy(UUID[] appointments, TaskQuery query) {
        TaskQuery.Key after = query.after();
        Tuple arguments = Tuple.of(appointments, true);
        filter(arguments, query).addLocalDate(after.dueOn()).addUUID(after.id()).addInteger(query.rows());
        return pool.preparedQuery(OF_ASSIGNEE).execute(arguments).map(this::views);
    }

    private static Tuple filter(Tuple arguments, TaskQuery query) {
        AreaCode area = query.area();
        return arguments
                .addArrayOfString(query.statuses())
                .addLocalDate(query.dueBefore())
                .addLong(area == null ? null : area.value());
    }

    private List<TaskView> views(RowSet<Row> rows) {
        Instant now = clock.instant();
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> view(row, now))
                .toList();
    }

    private static TaskView view(Row row, Instant now) {
        TaskStatus status = TaskStatus.valueOf(row.getString("status"));
        Instant dueAt = moment(row, "due_at");
        return new TaskView(
                row.getUUID("id"),
                row.getInteger("version"),
                new AreaCode(row.getLong("area_code")),
                new AreaCode(row.getLong("recorded_area_code")),
                row.getString("title"),
                TaskType.valueOf(row.getString("task_type")),
                TaskOrigin.valueOf(row.getString("origin")),
                occurrence(row, Task.CAMPAIGN),
                occurrence(row, Task.SAMPLE),
                SubjectType.valueOf(row.getString("subject_type")),
                row.getUUID("subject_id"),
                row.getUUID("assigner_appointment_id"),
                row.getUUID("assignee_appointment_id"),
                row.getString("note"),
                TaskPriority.valueOf(row.getString("priority")),
                row.getLocalDate("start_on"),
                row.getLocalDate("due_on"),
                dueAt,
                status,
                TaskView.overdue(status, row.getLocalDate("due_on"), dueAt, now),
                moment(row, "done_at"),
                row.getString("result_type"),
                row.getUUID("result_id"),
                row.getString("return_reason"),
                TaskView.escalationLevel(
                        moment(row, "coordinator_told_at") != null, moment(row, "county_told_at") != null),
                moment(row, "next_alert_at"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    /** What a task of this rule is asked for by. */
    private static @Nullable UUID occurrence(Row row, String rule) {
        return rule.equals(row.getString("rule")) ? UUID.fromString(row.getString("occurrence")) : null;
    }

    private static @Nullable Instant moment(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
