package org.shouwang.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.FeedWindow;
import org.shouwang.platform.http.Answers;

@Schema(name = "Task")
record TaskView(
        UUID id,
        int version,
        AreaCode areaCode,
        AreaCode recordedAreaCode,
        String title,
        TaskType taskType,
        TaskOrigin origin,

        @Schema(description = "The campaign (专项行动) that asks for it") @Nullable
        UUID campaignId,

        @Schema(description = "The visit that is to be verified") @Nullable
        UUID visitId,

        SubjectType subjectType,
        @Nullable UUID subjectId,
        UUID assignerAppointmentId,

        @Schema(description = "Empty after a return") @Nullable
        UUID assigneeAppointmentId,

        @Nullable String note,
        TaskPriority priority,
        LocalDate startOn,
        LocalDate dueOn,
        @Nullable Instant dueAt,
        TaskStatus status,
        boolean overdue,

        @Schema(description = "When it was done: for a visit, when the visit began") @Nullable
        Instant doneAt,

        @Nullable String resultType,
        @Nullable UUID resultId,
        @Nullable String returnReason,

        @Schema(description = "0 assignee, 1 township coordinator, 2 county; only for who may assign there") @Nullable
        Integer escalationLevel,

        @Schema(description = "When the ladder looks at it next; only for who may assign there") @Nullable
        Instant nextAlertAt,

        Instant createdAt,
        Instant updatedAt)
        implements Answers.Versioned {

    /** Whether it is late: its hour has passed, or its day where it has no hour. */
    static boolean overdue(TaskStatus status, LocalDate dueOn, @Nullable Instant dueAt, Instant now) {
        return status.open() && !Ladder.firstLook(dueOn, dueAt).isAfter(now);
    }

    /** How far up somebody was told. */
    static int escalationLevel(boolean coordinatorTold, boolean countyTold) {
        if (countyTold) {
            return 2;
        }
        return coordinatorTold ? 1 : 0;
    }

    /** In the caller's area, or held by one of the caller's posts. */
    boolean isVisibleTo(Caller caller) {
        return new TaskPlace(id, areaCode, taskType, origin, assignerAppointmentId, assigneeAppointmentId)
                .isVisibleTo(caller);
    }

    /** Whether the caller may know of it: to see it, or to give it to somebody. */
    boolean concerns(Caller caller) {
        return isVisibleTo(caller) || (!taskType.isRestricted() && caller.may(Right.TASK_ASSIGN, areaCode));
    }

    /** While it is open, and for some days after its end: nothing else writes to a task that is over. */
    boolean isKeptOnPhones(Clock clock) {
        return status.open() || FeedWindow.TASK.holds(updatedAt, clock);
    }

    /** As this caller may see it: where it stands on the ladder is for those who assign. */
    TaskView shownTo(Caller caller) {
        return caller.may(Right.TASK_ASSIGN, areaCode) ? this : withoutLadder();
    }

    private TaskView withoutLadder() {
        return new TaskView(
                id,
                version,
                areaCode,
                recordedAreaCode,
                title,
                taskType,
                origin,
                campaignId,
                visitId,
                subjectType,
                subjectId,
                assignerAppointmentId,
                assigneeAppointmentId,
                note,
                priority,
                startOn,
                dueOn,
                dueAt,
                status,
                overdue,
                doneAt,
                resultType,
                resultId,
                returnReason,
                null,
                null,
                createdAt,
                updatedAt);
    }
}
