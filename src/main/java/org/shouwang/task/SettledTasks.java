package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** What a visit has settled, in the session of a use case. */
@Singleton
class SettledTasks {

    /** In the order of their ids, as all tasks are locked. */
    private static final String BY_VISIT = "resultType = ?1 and resultId = ?2 and status = ?3 order by id";

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
}
