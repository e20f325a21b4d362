package org.shouwang.task;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;

/** An action that moved a task, kept so that the same request again is answered and not done again. */
@Entity
@Table(name = "task_action")
class TaskActionEntry {

    @Id
    UUID id;

    UUID taskId;

    @Enumerated(EnumType.STRING)
    TaskAction.Kind action;

    byte[] requestHash;
    Instant createdAt;
    UUID createdBy;

    @Nullable
    UUID heldBefore;

    protected TaskActionEntry() {}

    /**
     * An action of now.
     *
     * @param heldBefore appointment that held the task until then, null where nobody did
     */
    TaskActionEntry(TaskAction action, UUID taskId, @Nullable UUID heldBefore, Instant at, UUID workerId) {
        this.id = action.id();
        this.taskId = taskId;
        this.action = action.kind();
        this.requestHash = RequestHash.of(action).bytes();
        this.createdAt = at;
        this.createdBy = workerId;
        this.heldBefore = heldBefore;
    }

    /** Whether this is the same request of the same worker again. */
    boolean repeats(TaskAction again, UUID task, UUID workerId) {
        return taskId.equals(task)
                && action == again.kind()
                && createdBy.equals(workerId)
                && RequestHash.of(again).matches(requestHash);
    }
}
