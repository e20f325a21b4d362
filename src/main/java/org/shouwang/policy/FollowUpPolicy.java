package org.shouwang.policy;

import org.jspecify.annotations.Nullable;

/**
 * One row of the follow-up matrix: what one risk level asks for.
 *
 * @param homeVisitDays a home visit at least every so many days
 * @param escalateTownshipAfterDays days after the due day on which the township coordinator is told; 0 is at once, together
 *     with the assignee
 * @param escalateCountyAfterDays the same for the county; null when the county is never told
 */
public record FollowUpPolicy(
        String riskLevel,
        int homeVisitDays,
        int escalateTownshipAfterDays,
        @Nullable Integer escalateCountyAfterDays) {}
