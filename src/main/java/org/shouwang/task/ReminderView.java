package org.shouwang.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That somebody was told of a late task (逐级提醒). */
@Schema(name = "TaskReminder")
record ReminderView(
        LadderStep step,

        @Schema(
                description =
                        "DUE: the day of this step had come. VACANT_BELOW: nobody was in office on the step below")
        Ladder.Reason reason,

        @Schema(description = "The day that was missed") LocalDate dueOn,

        UUID appointmentId,
        Instant toldAt,

        @Schema(description = "When it was read in the inbox") @Nullable
        Instant acknowledgedAt) {

    /** All of one task, in the order in which people were told. */
    @Schema(name = "TaskReminders")
    record All(List<ReminderView> items) {}
}
