package org.shouwang.staff.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

@Schema(name = "Takeover")
record TakeoverView(
        UUID id,
        int version,
        AreaCode areaCode,

        @Schema(description = "The post above that stood in; empty where nobody did") @Nullable
        UUID fromAppointmentId,

        UUID toAppointmentId,
        int openChildren,
        int openTasks,
        int openReferrals,

        @Schema(description = "What was taken over") List<HandoverItem> items,

        @Schema(description = "Appointment under which it was confirmed")
        UUID confirmedBy,

        Instant createdAt)
        implements Answers.Versioned {

    static TakeoverView of(Takeover takeover) {
        List<HandoverItem> items = takeover.items();
        return new TakeoverView(
                takeover.id,
                takeover.version,
                takeover.areaCode,
                takeover.fromAppointmentId,
                takeover.toAppointmentId,
                HandoverItem.count(items, HandoverItem.CHILD),
                HandoverItem.count(items, HandoverItem.TASK),
                HandoverItem.count(items, HandoverItem.REFERRAL),
                items,
                takeover.confirmedBy,
                takeover.createdAt);
    }

    @Override
    public String toString() {
        return "***";
    }
}
