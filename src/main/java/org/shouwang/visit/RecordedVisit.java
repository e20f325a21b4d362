package org.shouwang.visit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.RiskLevel;

/**
 * What other rooms learn of a visit.
 *
 * @param areaCode village of the household when the visit was recorded
 * @param startedAt when the visit began, which may be days before it was recorded
 * @param children every child the visitor answered for, seen or not; empty for a visit to a woman
 */
public record RecordedVisit(
        UUID id,
        UUID householdId,
        AreaCode areaCode,
        VisitMethod method,
        VisitOutcome outcome,
        Instant startedAt,
        List<Seen> children) {

    public RecordedVisit {
        children = List.copyOf(children);
    }

    /**
     * One child of the visit.
     *
     * @param met whether the visitor saw this child
     * @param level the child's risk level now
     * @param areaCode village where the child lives now
     */
    public record Seen(UUID childId, boolean met, RiskLevel level, AreaCode areaCode) {}
}
