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
import java.util.function.BiPredicate;
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
        return those(told, (one, task) -> !holds(one, task));
    }

    @Override
    public Uni<Set<UUID>> known(Collection<Told> told) {
        return those(told, TaskStillTrue::isKnown);
    }

    private Uni<Set<UUID>> those(Collection<Told> told, BiPredicate<Told, @Nullable Held> question) {
        UUID[] ids = told.stream().map(Told::subjectId).distinct().toArray(UUID[]::new);
        return pool.preparedQuery(TASKS).execute(Tuple.of(ids)).map(rows -> {
            Map<UUID, Held> tasks = new HashMap<>();
            rows.forEach(row -> tasks.put(row.getUUID("id"), held(row)));
            return told.stream()
                    .filter(one -> question.test(one, tasks.get(one.subjectId())))
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

    /** Whoever has accepted a task knows that it was given; that it is late since is another matter. */
    static boolean isKnown(Told told, @Nullable Held task) {
        boolean given = told.event().equals("task-assigned") || told.event().equals("task-reopened");
        return given && task != null && task.status().open() && task.status() != TaskStatus.NEW;
    }

    private static Held held(Row row) {
        return new Held(TaskStatus.valueOf(row.getString("status")), row.getUUID("assignee_appointment_id"));
    }
}
