package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;
import org.shouwang.notification.Notice;
import org.shouwang.platform.record.SessionSql;

/** Whom the ladder told of a late task, kept for good; a trigger adds when they read it. */
@Singleton
class LadderSteps {

    private static final String KEEP = """
            insert into task_ladder_step (task_id, step, reason, due_on, worker_id, appointment_id, event, occurrence, told_at)
            select t.task, t.step, t.reason, t.due, t.worker, t.post, t.event, t.occurrence, $9
            from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::uuid[], $6::uuid[], $7::text[], $8::text[])
                as t(task, step, reason, due, worker, post, event, occurrence)
            on conflict do nothing
            """;

    private static final String OF_TASK = """
            select step, reason, due_on, appointment_id, told_at, acknowledged_at
            from task_ladder_step
            where task_id = $1
            order by told_at, step, appointment_id
            """;

    private final Pool pool;

    LadderSteps(Pool pool) {
        this.pool = pool;
    }

    /** A step that was taken: who hears, and why. */
    record Told(LadderStep step, Ladder.Reason reason, Notice notice) {}

    /** Runs in the session of the sweep. */
    Uni<Void> keep(List<Told> told, Instant now) {
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : SessionSql.update(
                                KEEP,
                                all(told, one -> one.notice().subjectId(), UUID[]::new),
                                all(told, one -> one.step().name(), String[]::new),
                                all(told, one -> one.reason().name(), String[]::new),
                                all(told, one -> one.notice().dueOn(), LocalDate[]::new),
                                all(told, one -> one.notice().workerId(), UUID[]::new),
                                all(told, one -> one.notice().appointmentId(), UUID[]::new),
                                all(told, one -> one.notice().event(), String[]::new),
                                all(told, one -> one.notice().occurrence(), String[]::new),
                                now.atOffset(ZoneOffset.UTC))
                        .replaceWithVoid();
    }

    /** In the order in which people were told. */
    Uni<List<ReminderView>> of(UUID task) {
        return pool.preparedQuery(OF_TASK).execute(Tuple.of(task)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(LadderSteps::view)
                .toList());
    }

    private static ReminderView view(Row row) {
        OffsetDateTime acknowledged = row.getOffsetDateTime("acknowledged_at");
        return new ReminderView(
                LadderStep.valueOf(row.getString("step")),
                Ladder.Reason.valueOf(row.getString("reason")),
                row.getLocalDate("due_on"),
                row.getUUID("appointment_id"),
                row.getOffsetDateTime("told_at").toInstant(),
                acknowledged == null ? null : acknowledged.toInstant());
    }

    private static <T> T[] all(List<Told> told, Function<Told, T> part, IntFunction<T[]> array) {
        return told.stream().map(part).toArray(array);
    }
}
