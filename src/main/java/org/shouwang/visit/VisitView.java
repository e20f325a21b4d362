package org.shouwang.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Answers;
import org.shouwang.visit.VisitCodes.ActionTaken;
import org.shouwang.visit.VisitCodes.Hazard;
import org.shouwang.visit.VisitCodes.LivingEnv;
import org.shouwang.visit.VisitCodes.Purpose;
import org.shouwang.visit.VisitCodes.SafetyTopic;
import org.shouwang.visit.VisitCodes.VerifyStatus;

/**
 * A visit as one caller may see it. An answer that is absent was not asked, or is not for this caller: who works only where
 * a child lives sees the child's part and not the household's.
 */
@Schema(name = "Visit")
record VisitView(
        UUID id,
        int version,
        AreaCode areaCode,
        AreaCode recordedAreaCode,
        UUID householdId,
        @Nullable UUID taskId,
        UUID visitorAppointmentId,
        VisitMethod method,
        Purpose purpose,
        Instant startedAt,
        @Nullable Instant endedAt,
        VisitOutcome outcome,
        @Nullable String interviewee,
        @Nullable String intervieweeRelation,
        @Nullable LivingEnv livingEnv,
        @Nullable List<Hazard> hazards,
        @Nullable List<SafetyTopic> safetyTopics,
        @Nullable String findings,
        @Nullable List<ActionTaken> actionsTaken,
        @Nullable String actionsNote,

        @Schema(description = "Only the children who live in the caller's scope")
        List<VisitChildView> children,

        List<UUID> memberIds,
        VerifyStatus verifyStatus,
        Instant receivedAt,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy,
        @Nullable Instant clientTime,
        @Nullable UUID deviceId)
        implements Answers.Versioned {

    static Optional<VisitView> forCaller(StoredVisit stored, Caller caller) {
        return forCaller(stored, caller, Right.VISIT_READ);
    }

    /** The one rule of what a right shows a caller of a visit: single reads, lists, the feed; empty when nothing at all. */
    static Optional<VisitView> forCaller(StoredVisit stored, Caller caller, Right right) {
        if (stored.reading(caller, right).isEmpty()) {
            return Optional.empty();
        }
        boolean author = stored.visit().createdBy.equals(caller.workerId());
        List<VisitChildView> children = stored.children().stream()
                .filter(child -> child.isShownTo(caller, right))
                .map(child -> VisitChildView.of(child, author || caller.sees(right, FieldClass.R, child.areaCode)))
                .toList();
        return Optional.of(of(stored, children, caller.may(right, stored.visit().areaCode)));
    }

    boolean tellsOf(UUID childId) {
        return children.stream().anyMatch(child -> child.childId().equals(childId));
    }

    private static VisitView of(StoredVisit stored, List<VisitChildView> children, boolean withHousehold) {
        Visit visit = stored.visit();
        return new VisitView(
                visit.id,
                visit.version,
                visit.areaCode,
                visit.recordedAreaCode,
                visit.householdId,
                visit.taskId,
                visit.visitorAppointmentId,
                visit.method,
                visit.purpose,
                visit.startedAt,
                visit.endedAt,
                visit.outcome,
                withHousehold ? visit.interviewee : null,
                withHousehold ? visit.intervieweeRelation : null,
                withHousehold ? visit.livingEnv : null,
                withHousehold ? CodeColumn.read(Hazard.class, visit.hazards) : null,
                withHousehold ? CodeColumn.read(SafetyTopic.class, visit.safetyTopics) : null,
                withHousehold ? visit.findings : null,
                withHousehold ? CodeColumn.read(ActionTaken.class, visit.actionsTaken) : null,
                withHousehold ? visit.actionsNote : null,
                children,
                withHousehold ? stored.memberIds() : List.of(),
                visit.verifyStatus,
                visit.receivedAt,
                visit.createdAt,
                visit.createdBy,
                visit.updatedAt,
                visit.updatedBy,
                visit.clientTime,
                visit.deviceId);
    }

    @Override
    public String toString() {
        return "***";
    }
}
