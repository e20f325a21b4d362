package org.shouwang.task;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many tasks are open, and how many were done in a period. */
@Schema(
        name = "TaskNumbers",
        description = "Tasks (件) of every kind, where they belong now. Cancelled ones never count")
public record TaskNumbers(
        @Schema(description = "Not done as of now, whenever they are due")
        long open,

        @Schema(description = "Of the open ones: due today or on one of the six days after it, and not overdue")
        long dueInSevenDays,

        @Schema(description = "Of the open ones: their due day is over, or their due hour where they have one")
        long overdue,

        @Schema(
                description = "Done on a day of the period. What a visit settled was done when the visit began,"
                        + " whenever it was recorded")
        long done,

        @Schema(description = "Of those done: on their due day or before")
        long doneByDueDay) {

    public static final TaskNumbers NONE = new TaskNumbers(0, 0, 0, 0, 0);

    static TaskNumbers of(Row row) {
        return new TaskNumbers(
                row.getLong("open"),
                row.getLong("due_in_seven_days"),
                row.getLong("overdue"),
                row.getLong("done"),
                row.getLong("done_by_due_day"));
    }

    public TaskNumbers plus(TaskNumbers other) {
        return new TaskNumbers(
                open + other.open,
                dueInSevenDays + other.dueInSevenDays,
                overdue + other.overdue,
                done + other.done,
                doneByDueDay + other.doneByDueDay);
    }
}
