package org.shouwang.task;

import java.util.UUID;

/** Which action a task in which state takes. */
final class TaskMoves {

    private TaskMoves() {}

    /** What becomes of an action. */
    enum Verdict {
        /** The task moves. */
        MOVES,
        /** The same worker did this already: it is answered as done. */
        DONE_BEFORE,
        /** The task is somewhere else. */
        CONFLICT
    }

    static Verdict decide(TaskState task, TaskAction action, UUID actor) {
        if (moves(task, action)) {
            return Verdict.MOVES;
        }
        boolean before = task.lastActor().equals(actor) && isWhatItMakes(task, action);
        return before ? Verdict.DONE_BEFORE : Verdict.CONFLICT;
    }

    /** Whether the task takes the action in this state. */
    static boolean moves(TaskState task, TaskAction action) {
        boolean held = task.status().open() && task.assignee() != null;
        return switch (action.kind()) {
            case ACCEPT -> held && task.status() == TaskStatus.NEW;
            case COMPLETE, RETURN -> held;
            case REASSIGN -> task.status().open() && !isHeldByTarget(task, action);
            case CANCEL -> task.status().open();
        };
    }

    private static boolean isWhatItMakes(TaskState task, TaskAction action) {
        return switch (action.kind()) {
            case ACCEPT -> task.status() == TaskStatus.ACCEPTED || task.status() == TaskStatus.IN_PROGRESS;
            case COMPLETE -> task.status() == TaskStatus.DONE;
            case RETURN -> task.status() == TaskStatus.NEW && task.assignee() == null;
            case REASSIGN -> task.status().open() && isHeldByTarget(task, action);
            case CANCEL -> task.status() == TaskStatus.CANCELLED;
        };
    }

    private static boolean isHeldByTarget(TaskState task, TaskAction action) {
        return action instanceof TaskAction.Reassign reassign
                && reassign.assigneeAppointmentId().equals(task.assignee());
    }
}
