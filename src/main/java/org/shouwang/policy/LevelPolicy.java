package org.shouwang.policy;

import org.jspecify.annotations.Nullable;

/**
 * One row of the follow-up matrix: what one risk level asks for.
 *
 * @param homeVisitDays a home visit at least every so many days
 * @param contactDays a call or another contact at least every so many days
 * @param assessmentDays a new assessment at least every so many days
 * @param firstVisit until when a child is visited first after the level was set
 * @param firstAssessmentDays until when a child is assessed first after its file was made or opened, or anew after care was found
 *     poor; null in versions of before, where {@code opensDaysBefore} said that too
 * @param opensDaysBefore days before its due day on which a visit is to be done
 * @param escalateTownshipAfterDays days after the due day on which the township coordinator is told; 0 is at once, together
 *     with the assignee
 * @param escalateCountyAfterDays the same for the county; null when the county is never told
 */
public record LevelPolicy(
        String riskLevel,
        int homeVisitDays,
        int contactDays,
        int assessmentDays,
        Span firstVisit,
        @Nullable Integer firstAssessmentDays,
        int opensDaysBefore,
        int escalateTownshipAfterDays,
        @Nullable Integer escalateCountyAfterDays) {

    /** Days until an assessment that does not follow from the last one: the first, or one that something asks for. */
    public int daysToAssess() {
        return firstAssessmentDays == null ? opensDaysBefore : firstAssessmentDays;
    }
}
