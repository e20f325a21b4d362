package org.shouwang.monitoring.supervision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does to a plan.
 *
 * @param text the reason of a return
 * @param report of a milestone
 */
record PlanAct(
        UUID id,
        PlanActKind kind,
        @Nullable String text,
        @Nullable MilestoneReport report) {

    static PlanAct of(UUID id, PlanActKind kind) {
        return new PlanAct(id, kind, null, null);
    }
}
