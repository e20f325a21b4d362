package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.StillTrue;

/** What a push says of a task must hold when it goes out: the task is open, and still whose it was. */
@Singleton
class TaskStillTrue implements StillTrue {

    private static final String TASKS = "select id, status, assignee_appointment_id from task where id = any($1)";

    private final Pool pool;

    TaskStillTrue(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String subjectType() {
        return TaskNotices.TASK;
    }

    @Override
    public Uni<Set<UUID>> outdated(Collection<Told> told) {
        UUID[] ids = told.stream().map(Told::subjectId).distinct().toArray(UUID[]::new);
        return pool.preparedQuery(TASKS).execute(Tuple.of(ids)).map(rows -> {
            Map<UUID, Held> tasks = new HashMap<>();
            rows.forEach(row -> tasks.put(row.getUUID("id"), held(row)));
            return told.stream()
                    .filter(one -> !holds(one, tasks.get(one.subjectId())))
                    .map(Told::notificationId)
                    .collect(Collectors.toSet());
        });
    }

    /** How far a task is, and who holds it. */
    record Held(TaskStatus status, @Nullable UUID assignee) {}

    /** What is told to those above an assignee holds as long as the task is open, whoever does it meanwhile. */
    static boolean holds(Told told, @Nullable Held task) {
        if (task == null || !task.status().open()) {
            return false;
        }
        return switch (told.event()) {
            case "task-assigned", "task-overdue", "task-outlives-file" ->
                told.appointmentId().equals(task.assignee());
            case "task-returned" -> task.assignee() == null;
            default -> true;
        };
    }

    private static Held held(Row row) {
        return new Held(TaskStatus.valueOf(row.getString("status")), row.getUUID("assignee_appointment_id"));
    }
}
