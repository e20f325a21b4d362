package org.shouwang.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
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
 * @param grade what is done when the worker does not open it
 * @param byDay whether that begins in the morning where it is told at night, however urgent it is
 * @param subjectType the kind of record to open, such as {@code task}
 * @param dueOn the day by which something is to be done, shown in the inbox only
 * @param counts how many things of each kind it stands for, shown in the inbox only; empty when it is about one
 */
public record Notice(
        UUID workerId,
        long workerNumber,
        UUID appointmentId,
        String event,
        String occurrence,
        Push push,
        Grade grade,
        boolean byDay,
        String subjectType,
        UUID subjectId,
        @Nullable LocalDate dueOn,
        Map<String, Integer> counts) {

    public Notice {
        counts = Map.copyOf(counts);
    }

    /** What is sent at any hour is followed up; all else is not, unless its room says so. */
    public Notice(
            UUID workerId,
            long workerNumber,
            UUID appointmentId,
            String event,
            String occurrence,
            Push push,
            String subjectType,
            UUID subjectId,
            @Nullable LocalDate dueOn,
            Map<String, Integer> counts) {
        this(
                workerId,
                workerNumber,
                appointmentId,
                event,
                occurrence,
                push,
                push == Push.AT_ONCE ? Grade.URGENT : Grade.NONE,
                false,
                subjectType,
                subjectId,
                dueOn,
                counts);
    }

    /** The same notice, followed up as this grade says. */
    public Notice graded(Grade other) {
        return graded(other, byDay);
    }

    /** The same notice, followed up as this grade says, but not at night: its push is enough there. */
    public Notice gradedByDay(Grade other) {
        return graded(other, true);
    }

    private Notice graded(Grade other, boolean fromMorning) {
        return new Notice(
                workerId,
                workerNumber,
                appointmentId,
                event,
                occurrence,
                push,
                other,
                fromMorning,
                subjectType,
                subjectId,
                dueOn,
                counts);
    }

    /** A notice of one thing. */
    public Notice(
            UUID workerId,
            long workerNumber,
            UUID appointmentId,
            String event,
            String occurrence,
            Push push,
            String subjectType,
            UUID subjectId,
            @Nullable LocalDate dueOn) {
        this(workerId, workerNumber, appointmentId, event, occurrence, push, subjectType, subjectId, dueOn, Map.of());
    }

    /** Whether and when a notice goes to the worker's devices. */
    public enum Push {
        /** Stands in the inbox only. */
        NONE,
        /** Not pushed by itself: a line of the worker's next daily summary (每日汇总). Reminders that are not urgent are. */
        SUMMARY,
        /** Sent outside the quiet hours of 20:00 to 08:00, in one message with what else comes within a moment. */
        DAYTIME,
        /** Sent outside the quiet hours without waiting for others, since it gathers what there is already. */
        COLLECTED,
        /** Sent at any hour: a child may be in danger. */
        AT_ONCE
    }

    /** From when on the times of SMS and call count. */
    Instant followedFrom(Instant now) {
        return byDay ? QuietHours.earliest(now, false) : now;
    }

    boolean urgent() {
        return push == Push.AT_ONCE;
    }
}
