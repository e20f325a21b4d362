package org.shouwang.notification;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one worker is to be told, once.
 *
 * @param workerId who is told
 * @param workerNumber the worker's short number; its negative is the scope of the inbox row in the change feed
 * @param appointmentId the post for which the worker is told, a fact on the row
 * @param event what happened, such as {@code task-assigned}; its texts stand in the message bundles under {@code
 *     notice.<event>} and {@code push.<event>}
 * @param occurrence names the subject, the stage and the due day: told again, it is not written again; a new day is new
 * @param push whether and when the worker's devices are woken
 * @param subjectType the kind of record to open, such as {@code task}
 * @param dueOn the day by which something is to be done, shown in the inbox only
 */
public record Notice(
        UUID workerId,
        long workerNumber,
        UUID appointmentId,
        String event,
        String occurrence,
        Push push,
        String subjectType,
        UUID subjectId,
        @Nullable LocalDate dueOn) {

    /** Whether and when a notice goes to the worker's devices. */
    public enum Push {
        /** Stands in the inbox only. */
        NONE,
        /** Sent outside the quiet hours of 20:00 to 08:00. */
        DAYTIME,
        /** Sent at any hour: a child may be in danger. */
        AT_ONCE
    }

    boolean urgent() {
        return push == Push.AT_ONCE;
    }
}
