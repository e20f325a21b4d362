package org.shouwang.task.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.shouwang.platform.LocalDays;
import org.shouwang.policy.FollowUpPolicy;
import org.shouwang.policy.LevelPolicy;
import org.shouwang.register.child.RiskLevel;

/** What tests of the plan build. */
final class FollowUpPlans {

    private FollowUpPlans() {}

    static Instant noon(LocalDate day) {
        return LocalDays.at(day, LocalTime.NOON);
    }

    /** The task that was made of it. */
    static Standing open(Wanted wanted) {
        return new Standing(
                UUID.randomUUID(),
                wanted.rule(),
                wanted.occurrence(),
                true,
                wanted.startOn(),
                wanted.due(),
                wanted.urgency(),
                wanted.begun().map(Happened::at).orElse(null),
                null);
    }

    /** The standard matrix with another interval between visits at one level. */
    static FollowUpPolicy standardWith(RiskLevel level, int homeVisitDays) {
        return standardWith(level, row -> row(row, homeVisitDays, row.daysToAssess()));
    }

    static FollowUpPolicy standardWith(RiskLevel level, UnaryOperator<LevelPolicy> change) {
        Map<String, LevelPolicy> rows = new HashMap<>(FollowUpPolicy.standard().byLevel());
        rows.computeIfPresent(level.name(), (name, row) -> change.apply(row));
        return new FollowUpPolicy(
                rows,
                FollowUpPolicy.standard().categoryFloors(),
                FollowUpPolicy.standard().newFileFirstVisit());
    }

    static LevelPolicy row(LevelPolicy row, int homeVisitDays, int firstAssessmentDays) {
        return new LevelPolicy(
                row.riskLevel(),
                homeVisitDays,
                row.contactDays(),
                row.assessmentDays(),
                row.firstVisit(),
                firstAssessmentDays,
                row.opensDaysBefore(),
                row.escalateTownshipAfterDays(),
                row.escalateCountyAfterDays());
    }
}
