package org.shouwang.protection.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.protection.incident.IncidentCodes.Discovery;
import org.shouwang.protection.incident.IncidentCodes.Placement;
import org.shouwang.protection.incident.IncidentCodes.ReportChannel;
import org.shouwang.protection.incident.IncidentCodes.ReportedTo;
import org.shouwang.protection.incident.IncidentCodes.Situation;
import org.shouwang.protection.incident.IncidentCodes.SuspectRelation;

/** What somebody reports of a danger (data dictionary 14.1): any part of it, completed later. {@link ReadReport} reads it. */
@Schema(
        name = "IncidentForm",
        description =
                "A report of a danger: any of the fields. None refuses it: what cannot be read is kept aside and named in"
                        + " `missing`. Another body under the same id completes it; what is left out stays")
record IncidentForm(
        @Schema(description = "Where it is; without it the child's village, else that of the reporter's post") @Nullable
        AreaCode areaCode,

        @Nullable List<Situation> situationCodes,

        @Schema(description = "Deadlines run from it") @Nullable
        Instant discoveredAt,

        @Nullable Instant occurredAt,
        @Nullable Discovery discovery,

        @Schema(description = "The child's file; this or unknownChildDesc") @Nullable
        UUID childId,

        @Schema(description = "Who the child is, as far as is known", maxLength = ReadReport.DESCRIPTION) @Nullable
        String unknownChildDesc,

        @Nullable SuspectRelation suspectRelation,

        @Schema(
                description =
                        "The suspect is a cadre of the village: no post of a village sees the incident any more, the"
                                + " reporter's neither, who is answered with `id` and `version`")
        @Nullable
        Boolean suspectIsVillageCadre,

        @Nullable Boolean ongoingDanger,

        @Schema(description = "POLICE is needed for the situations A1 to A9") @Nullable
        List<ReportedTo> reportedTo,

        @Nullable Instant reportedAt,
        @Nullable ReportChannel reportChannel,
        @Schema(maxLength = ReadReport.SHORT) @Nullable String policeCaseNo,
        @Schema(maxLength = ReadReport.SHORT) @Nullable String policeContact,
        @Nullable List<UUID> evidenceFileIds,
        @Nullable Placement placement,

        @Schema(
                description =
                        "The visit in which it was seen: with childId it is the incident that the visit's answers opened")
        @Nullable
        UUID visitId,

        @Schema(description = "The phone could not correct its clock: deadlines run from the arrival") @Nullable
        Boolean timeUncertain,

        @Nullable Instant clientTime,
        @Nullable UUID deviceId) {

    boolean lostItsTime() {
        return Boolean.TRUE.equals(timeUncertain);
    }

    @Override
    public String toString() {
        return "***";
    }
}
