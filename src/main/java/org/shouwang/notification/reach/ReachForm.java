package org.shouwang.notification.reach;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.sms.SmsBudget;

/** What an office decides. */
@Schema(name = "ReachSettingsForm")
record ReachForm(
        @NotNull UUID id,

        @NotNull
        @Min(5)
        @Max(60)
        @Schema(
                description =
                        "What is urgent and not opened after so many minutes is sent by SMS, at any hour. It cannot be"
                                + " switched off",
                examples = "10")
        Integer urgentSmsAfterMinutes,

        @NotNull
        @Min(10)
        @Max(240)
        @Schema(
                description = "What is critical and not opened after so many minutes becomes a task to call the worker",
                examples = "30")
        Integer callAfterMinutes,

        @NotNull @Schema(description = "Whether other things that matter are sent by SMS too")
        Boolean remindersBySms,

        @NotNull @Min(2) @Max(48) @Schema(description = "After so many hours, between 08:00 and 20:00", examples = "12")
        Integer reminderSmsAfterHours,

        @NotNull
        @Min(10)
        @Max(100_000)
        @Schema(
                description =
                        "Messages of a county on one day. Reminders stop at four fifths; codes and what is urgent are"
                                + " sent whatever was used",
                examples = "300")
        Integer smsPerDay,

        @NotNull @Min(10) @Max(3_000_000) @Schema(description = "The same in a month", examples = "3000")
        Integer smsPerMonth) {

    ReachSettings settings() {
        return new ReachSettings(
                Duration.ofMinutes(urgentSmsAfterMinutes),
                Duration.ofMinutes(callAfterMinutes),
                remindersBySms,
                Duration.ofHours(reminderSmsAfterHours),
                new SmsBudget(smsPerDay, smsPerMonth));
    }
}
