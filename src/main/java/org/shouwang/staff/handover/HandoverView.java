package org.shouwang.staff.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

@Schema(name = "Handover")
record HandoverView(
        UUID id,
        int version,
        AreaCode areaCode,
        UUID fromAppointmentId,

        @Schema(description = "Empty where nothing was open and nobody was named") @Nullable
        UUID toAppointmentId,

        EndReason endReason,
        LocalDate endedOn,
        int openChildren,
        int openTasks,
        int openReferrals,

        @Schema(description = "What was handed over; not in lists") @Nullable
        List<HandoverItem> items,

        @Schema(description = "Appointment under which it was confirmed")
        UUID confirmedBy,

        LocalDate confirmedOn,
        Instant createdAt)
        implements Answers.Versioned {

    @Override
    public String toString() {
        return "***";
    }
}
