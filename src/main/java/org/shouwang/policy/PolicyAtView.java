package org.shouwang.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** What is in force at a place, from whom, and what comes next. */
@Schema(name = "FollowUpPolicyAt")
record PolicyAtView(
        @Schema(description = "The place that was asked for")
        AreaCode at,

        @Schema(description = "Today there") LocalDate on,

        Source source,

        @Schema(description = "The area whose version it is; absent for the standard") @Nullable
        AreaCode areaCode,

        @Schema(description = "The version, which stands in `history`; absent for the standard") @Nullable
        UUID policyId,

        List<PolicyLevel> levels,
        List<CategoryFloor> categoryFloors,
        Span newFileFirstVisit,

        @Schema(description = "The version that takes over there next, as far as is recorded; on its `validFrom`")
        @Nullable
        PolicyVersionView next,

        @Schema(description = "All versions of the areas above, withdrawn ones too, the newest first")
        List<PolicyVersionView> history) {

    /** Who decided what is in force. */
    @Schema(name = "PolicySource")
    enum Source {
        /** A version of an area. */
        VERSION,
        /** Nobody above: what comes with the server. */
        STANDARD
    }

    static PolicyAtView of(AreaCode at, LocalDate today, StandingPolicies policies, FollowUpPolicy standard) {
        @Nullable PolicyVersion now = policies.inForce(at, today).orElse(null);
        FollowUpPolicy policy = now == null ? standard : now.policy();
        return new PolicyAtView(
                at,
                today,
                now == null ? Source.STANDARD : Source.VERSION,
                now == null ? null : now.area().code(),
                now == null ? null : now.id(),
                policy.levels().stream().map(PolicyLevel::of).toList(),
                CategoryFloor.of(policy),
                policy.newFileFirstVisit(),
                policies.next(at, today).map(PolicyVersionView::of).orElse(null),
                policies.history(at, today).stream().map(PolicyVersionView::of).toList());
    }
}
