package org.shouwang.register.assessment;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;
import org.shouwang.register.child.RiskLevel;

/**
 * An assessment as one caller may see it. The emergency screen is of class R: shown to the assessor and to whoever reads that
 * class there. All others are shown no answers of a CRITICAL one: a low total beside that level would tell of it.
 */
@Schema(name = "Assessment")
record AssessmentView(
        UUID id,
        int version,
        UUID childId,
        String modelVersion,
        AssessmentState state,

        @Schema(description = "What it counts for; while a lower level waits, what the answers say")
        RiskLevel riskLevel,

        LocalDate assessedOn,

        @Schema(description = "Until when the level holds without a new assessment") @Nullable
        LocalDate validUntil,

        UUID assessorAppointmentId,
        @Nullable RiskLevel computedLevel,
        @Schema(description = "0 to 100") @Nullable Integer totalScore,
        @Nullable Map<String, Integer> itemScores,
        @Nullable Map<String, String> unknownReasons,
        @Nullable RiskLevel overrideLevel,
        @Nullable String overrideReason,

        @Schema(
                description =
                        "By whose word a lower level holds, or does not: the assessor's own where that is who coordinates")
        @Nullable
        UUID confirmerAppointmentId,

        @Nullable String decisionReason,

        @Schema(description = "Shown to the assessor and to readers of class R") @Nullable
        Map<String, Boolean> emergencyAnswers,

        @Schema(
                description =
                        "The incident that a yes of the emergency screen opened, or was added to: `GET /incidents/{id}` says what to do now and"
                                + " whom to call. Shown to the assessor alone")
        @Nullable
        UUID incidentId) {

    static AssessmentView of(AssessmentRow row, AreaCode area, Caller caller) {
        boolean own = row.isBy(caller.workerId());
        boolean open = own || caller.sees(Right.ASSESSMENT_READ, FieldClass.R, area);
        AssessmentRow.Given given = row.answers();
        AssessmentRow.Given shown = given == null || open || given.score().level() != RiskLevel.CRITICAL ? given : null;
        AssessmentRow.Decided decision = row.decision();
        return new AssessmentView(
                row.id(),
                row.version(),
                row.childId(),
                row.modelVersion(),
                row.state(),
                row.riskLevel(),
                row.assessedOn(),
                row.validUntil(),
                row.assessorAppointmentId(),
                given == null ? null : given.score().level(),
                shown == null ? null : shown.score().total(),
                shown == null ? null : shown.scores(),
                shown == null || shown.reasons().isEmpty() ? null : shown.reasons(),
                given == null ? null : given.overrideLevel(),
                shown == null ? null : shown.overrideReason(),
                row.confirmer(),
                decision == null || shown == null ? null : decision.reason(),
                given == null || !open ? null : given.screen().answers(),
                given == null || !own ? null : given.screen().incidentId());
    }

    @Override
    public String toString() {
        return "***";
    }
}
