package org.shouwang.visit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import org.shouwang.visit.VisitCodes.Purpose;

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

        @Schema(description = "The phone could not correct its clock: the times are as it had them")
        boolean timeUncertain,

        VisitOutcome outcome,
        @JsonUnwrapped VisitHomeView home,

        @Schema(description = "Only the children who live in the caller's scope")
        List<VisitChildView> children,

        @JsonUnwrapped VerifiedView verified,
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
        Visit visit = stored.visit();
        boolean author = visit.createdBy.equals(caller.workerId());
        boolean withHousehold = caller.may(right, visit.areaCode);
        List<VisitChildView> children = stored.children().stream()
                .filter(child -> child.isShownTo(caller, right))
                .map(child -> child(visit, child, author, right, caller))
                .toList();
        return Optional.of(of(
                visit,
                withHousehold ? VisitHomeView.of(visit, stored.memberIds()) : VisitHomeView.HIDDEN,
                children,
                VerifiedView.of(visit, withHousehold || author)));
    }

    /** The answers that are a case are for those to whom it is open; to all others they look as if nobody had asked. */
    private static VisitChildView child(Visit visit, VisitChild child, boolean author, Right right, Caller caller) {
        boolean withClassR = author || child.opensFlagsTo(caller) || caller.sees(right, FieldClass.R, child.areaCode);
        boolean hidden = !author && child.hidesFlagsFrom(caller);
        return VisitChildView.of(visit, hidden ? RedFlag.without(child) : child, withClassR);
    }

    boolean tellsOf(UUID childId) {
        return children.stream().anyMatch(child -> child.childId().equals(childId));
    }

    private static VisitView of(Visit visit, VisitHomeView home, List<VisitChildView> children, VerifiedView verified) {
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
                visit.timeUncertain,
                visit.outcome,
                home,
                children,
                verified,
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
