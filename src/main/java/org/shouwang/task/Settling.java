package org.shouwang.task;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.shouwang.register.RiskLevel;
import org.shouwang.visit.RecordedVisit;
import org.shouwang.visit.VisitMethod;
import org.shouwang.visit.VisitOutcome;

/** For whom a visit counts as the visit that was asked for. */
final class Settling {

    private Settling() {}

    /** The children and the household whose open visit tasks the visit settles. */
    static Set<UUID> subjects(RecordedVisit visit) {
        Set<UUID> subjects = new HashSet<>();
        if (visit.method() != VisitMethod.HOME || !somebodyMet(visit.outcome())) {
            return subjects;
        }
        subjects.add(visit.householdId());
        visit.children().stream()
                .filter(child -> child.met() || sufficesWithoutChild(visit.outcome(), child.level()))
                .forEach(child -> subjects.add(child.childId()));
        return subjects;
    }

    private static boolean somebodyMet(VisitOutcome outcome) {
        return switch (outcome) {
            case MET_CHILD_AND_CAREGIVER, MET_CHILD, MET_CAREGIVER -> true;
            case NO_ONE_HOME, REFUSED, MOVED -> false;
        };
    }

    /** Where the child may be in danger, only seeing it counts. */
    private static boolean sufficesWithoutChild(VisitOutcome outcome, RiskLevel level) {
        return outcome == VisitOutcome.MET_CAREGIVER && level != RiskLevel.CRITICAL && level != RiskLevel.HIGH;
    }
}
