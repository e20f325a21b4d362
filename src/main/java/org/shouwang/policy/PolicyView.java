package org.shouwang.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one risk level asks for, as phones keep it. */
@Schema(name = "FollowUpPolicy")
record PolicyView(
        String riskLevel,

        @Schema(description = "A home visit is due so many days after the last one that met the child")
        int homeVisitDays,

        @Schema(description = "Days after the due day on which the township coordinator is told; 0 is at once")
        int escalateTownshipAfterDays,

        @Schema(description = "The same for the county; absent where it is never told") @Nullable
        Integer escalateCountyAfterDays,

        @Schema(description = "Whether a child whom nobody has assessed is followed as on this level")
        boolean ofUnassessed) {

    static PolicyView of(LevelPolicy policy, boolean ofUnassessed) {
        return new PolicyView(
                policy.riskLevel(),
                policy.homeVisitDays(),
                policy.escalateTownshipAfterDays(),
                policy.escalateCountyAfterDays(),
                ofUnassessed);
    }
}
