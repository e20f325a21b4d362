package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.record.SessionSql;

/** What a visit has settled, in the session of a use case. */
@Singleton
class SettledTasks {

    /** In the order of their ids, as all tasks are locked. */
    private static final String BY_VISIT = "resultType = ?1 and resultId = ?2 and status = ?3 order by id";

    private static final String CLOSED =
            "select cast(id as text) from campaign where id = any($1) and closed_at is not null";

    private final TaskRepository tasks;

    SettledTasks(TaskRepository tasks) {
        this.tasks = tasks;
    }

    /**
     * The tasks that this visit closed and that nobody confirmed yet, held until the transaction ends. Tasks of other types were
     * completed by hand, whatever they name as their result: a word in the visit changes nothing of them.
     */
    Uni<List<Task>> by(UUID visit) {
        return tasks.find(BY_VISIT, SettleTasks.VISIT_RESULT, visit, TaskStatus.DONE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(found -> found.stream()
                        .filter(task -> task.taskType.needsVisit())
                        .toList());
    }

    /** Those of the tasks that a campaign asked for which was closed since. */
    Uni<Set<Task>> ofClosedCampaigns(List<Task> settled) {
        UUID[] campaigns = settled.stream()
                .filter(Task::isOfCampaign)
                .map(task -> UUID.fromString(task.occurrence))
                .toArray(UUID[]::new);
        if (campaigns.length == 0) {
            return Uni.createFrom().item(Set.of());
        }
        return SessionSql.rows(CLOSED, (Object) campaigns).map(rows -> {
            Set<String> closed = rows.stream().map(row -> (String) row[0]).collect(Collectors.toSet());
            return settled.stream()
                    .filter(task -> task.isOfCampaign() && closed.contains(task.occurrence))
                    .collect(Collectors.toSet());
        });
    }
}
