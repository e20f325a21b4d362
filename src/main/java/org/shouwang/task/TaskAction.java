package org.shouwang.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that is done to a task, as the client asks for it; its id is the client's. */
sealed interface TaskAction {

    UUID id();

    Kind kind();

    /** Makes the task what it is afterwards; {@link TaskMoves} has said yes before. */
    void applyTo(Task task, Instant now);

    /** What may be done to a task, and by which side. */
    enum Kind {
        ACCEPT(Side.ASSIGNEE),
        COMPLETE(Side.ASSIGNEE),
        RETURN(Side.ASSIGNEE),
        REASSIGN(Side.ASSIGNER),
        CANCEL(Side.ASSIGNER);

        private final Side side;

        Kind(Side side) {
            this.side = side;
        }

        Side side() {
            return side;
        }
    }

    /** Who acts: whoever holds the task, or whoever may assign at its area. */
    enum Side {
        ASSIGNEE,
        ASSIGNER
    }

    @Schema(name = "TaskAccept")
    record Accept(@NotNull UUID id) implements TaskAction {

        @Override
        public Kind kind() {
            return Kind.ACCEPT;
        }

        @Override
        public void applyTo(Task task, Instant now) {
            task.status = TaskStatus.ACCEPTED;
        }
    }

    /** A completion may name what came of it, for example a contact or a report. */
    @Schema(name = "TaskComplete")
    record Complete(
            @NotNull UUID id,
            @Nullable @Pattern(regexp = "[A-Z_]{1,40}") String resultType,
            @Nullable UUID resultId) implements TaskAction {

        @Override
        public Kind kind() {
            return Kind.COMPLETE;
        }

        @Override
        public void applyTo(Task task, Instant now) {
            task.status = TaskStatus.DONE;
            task.doneAt = now;
            task.resultType = resultType;
            task.resultId = resultId;
        }
    }

    @Schema(name = "TaskReturn")
    record Return(
            @NotNull UUID id, @NotBlank @Size(max = 200) String reason) implements TaskAction {

        @Override
        public Kind kind() {
            return Kind.RETURN;
        }

        @Override
        public void applyTo(Task task, Instant now) {
            task.status = TaskStatus.NEW;
            task.assigneeAppointmentId = null;
            task.returnReason = reason;
        }
    }

    @Schema(name = "TaskReassign")
    record Reassign(
            @NotNull UUID id,
            @NotNull UUID assigneeAppointmentId,
            @NotBlank @Size(max = 200) String reason) implements TaskAction {

        @Override
        public Kind kind() {
            return Kind.REASSIGN;
        }

        @Override
        public void applyTo(Task task, Instant now) {
            task.status = TaskStatus.NEW;
            task.assigneeAppointmentId = assigneeAppointmentId;
            task.returnReason = reason;
        }
    }

    @Schema(name = "TaskCancel")
    record Cancel(
            @NotNull UUID id, @NotBlank @Size(max = 200) String reason) implements TaskAction {

        @Override
        public Kind kind() {
            return Kind.CANCEL;
        }

        @Override
        public void applyTo(Task task, Instant now) {
            task.status = TaskStatus.CANCELLED;
            task.returnReason = reason;
        }
    }
}
