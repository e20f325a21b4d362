package org.shouwang.register.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.child.RiskLevel;

/** An assessment that waits for somebody's word, as a line of a list. */
@Schema(name = "WaitingAssessment")
record WaitingView(
        UUID id,
        UUID childId,
        AreaCode areaCode,

        @Schema(description = "What the child stands at now: `fromLevel` of the decision") @Nullable
        RiskLevel standsAt,

        @Schema(description = "The lower level that the assessor thinks right")
        RiskLevel wantedLevel,

        LocalDate assessedOn,
        Instant waitsSince,
        UUID assessorAppointmentId,

        @Schema(description = "Whether the caller assessed, and so does not decide")
        boolean own) {

    @Override
    public String toString() {
        return "***";
    }
}
