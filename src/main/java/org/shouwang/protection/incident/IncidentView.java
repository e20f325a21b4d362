package org.shouwang.protection.incident;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;
import org.shouwang.protection.CodeArray;
import org.shouwang.protection.directory.Hotline;
import org.shouwang.protection.incident.IncidentCodes.Advice;
import org.shouwang.protection.incident.IncidentCodes.Discovery;
import org.shouwang.protection.incident.IncidentCodes.Placement;
import org.shouwang.protection.incident.IncidentCodes.ReportChannel;
import org.shouwang.protection.incident.IncidentCodes.ReportedTo;
import org.shouwang.protection.incident.IncidentCodes.Situation;
import org.shouwang.protection.incident.IncidentCodes.SuspectRelation;

/** An incident as somebody may see it to whom it is open. Who reported it is shown to the police and the county lead alone. */
@Schema(name = "Incident")
record IncidentView(
        UUID id,
        int version,
        AreaCode areaCode,
        Stage stage,

        @Schema(description = "In their order, each with its time")
        List<StageView> stages,

        @Nullable List<Situation> situationCodes,
        @Nullable Instant discoveredAt,
        @Nullable Instant occurredAt,
        @Nullable Discovery discovery,
        @Nullable UUID childId,
        @Nullable String unknownChildDesc,
        @Nullable SuspectRelation suspectRelation,
        @Nullable Boolean ongoingDanger,
        @Nullable List<ReportedTo> reportedTo,
        @Nullable Instant reportedAt,
        @Nullable ReportChannel reportChannel,

        @Schema(description = "Minutes from the discovery to the report") @Nullable
        Integer reportDelayMin,

        @Schema(description = "Until when it must have been reported, from the discovery on")
        Instant reportDueAt,

        @Nullable String policeCaseNo,
        @Nullable String policeContact,
        @Nullable List<UUID> evidenceFileIds,
        @Nullable Placement placement,
        boolean timeUncertain,

        @Schema(description = "The suspect is a village cadre: no post of a village sees it")
        boolean villageCut,

        @Schema(description = "Who answers for it") UUID responsibleAppointmentId,
        @Nullable Instant takenAt,
        @Nullable UUID takenBy,
        List<UUID> followUpTaskIds,

        @Schema(
                description =
                        "What a complete record has and this one has not, and what was sent and could not be read")
        List<String> missing,

        @Schema(description = "What to do now, the first thing first")
        List<Advice> advice,

        @Schema(description = "Whom to call, the first number first")
        List<Hotline> hotlines,

        @Schema(description = "Only for the police liaison, the county lead and the reporter") @Nullable
        UUID reporterAppointmentId,

        @Schema(description = "Only for who is shown the reporter") @Nullable
        UUID visitId,

        Instant receivedAt,
        Instant updatedAt)
        implements Answers.Versioned {

    static IncidentView of(IncidentRow row, Standing standing, List<Hotline> hotlines) {
        Incident incident = row.incident();
        boolean reporter = standing.seesReporter();
        UUID[] evidence = incident.evidenceFileIds;
        return new IncidentView(
                incident.id,
                incident.version,
                incident.areaCode,
                incident.stage,
                row.stages().stream()
                        .map(reached -> reporter ? reached.stage() : reached.withoutReporter(incident))
                        .toList(),
                CodeArray.read(Situation.class, incident.situationCodes),
                incident.discoveredAt,
                incident.occurredAt,
                incident.discovery,
                incident.childId,
                incident.unknownChildDesc,
                incident.suspectRelation,
                incident.ongoingDanger,
                CodeArray.read(ReportedTo.class, incident.reportedTo),
                incident.reportedAt,
                incident.reportChannel,
                ReportRules.delay(incident.discoveredAt, incident.reportedAt),
                incident.clockFrom.plus(ReportRules.REPORT_LIMIT),
                incident.policeCaseNo,
                incident.policeContact,
                evidence == null ? null : Arrays.asList(evidence),
                incident.placement,
                incident.timeUncertain,
                incident.villageCut,
                incident.responsibleAppointmentId,
                incident.takenAt,
                incident.takenBy,
                row.followUps(),
                ReportRules.missing(incident),
                ReportRules.advice(incident),
                hotlines,
                reporter ? incident.reporterAppointmentId : null,
                reporter ? incident.visitId : null,
                incident.receivedAt,
                incident.updatedAt);
    }

    @Override
    public String toString() {
        return "***";
    }
}
