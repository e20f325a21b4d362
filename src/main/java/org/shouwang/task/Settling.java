package org.shouwang.task;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.LocalDays;
import org.shouwang.policy.FollowUpPolicies;
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
        if (countsForHousehold(visit)) {
            subjects.add(visit.householdId());
        }
        visit.children().stream()
                .filter(child -> child.met() || sufficesWithoutChild(visit.outcome(), child.level()))
                .forEach(child -> subjects.add(child.childId()));
        return subjects;
    }

    /**
     * Whether the visit may be the one that such a task asks for. A visit made early settles the coming one; one that was
     * made before the last interval of the subject's risk level had begun is another one's. Where the household is the
     * subject, the shortest interval of its children counts.
     *
     * @param startOn day from which the task is to be done
     */
    static boolean isRecentEnough(RecordedVisit visit, UUID subject, LocalDate startOn, FollowUpPolicies policies) {
        int interval = visit.children().stream()
                .filter(child -> subject.equals(child.childId()) || subject.equals(visit.householdId()))
                .mapToInt(child -> policies.at(child.level().name()).homeVisitDays())
                .min()
                .orElse(0);
        return !LocalDays.of(visit.startedAt()).isBefore(startOn.minusDays(interval));
    }

    /** Some child was met, or the caregiver spoke for all of them; a visit to a woman only is not about the children. */
    private static boolean countsForHousehold(RecordedVisit visit) {
        boolean childMet = visit.children().stream().anyMatch(RecordedVisit.Seen::met);
        boolean caregiverSuffices = !visit.children().isEmpty()
                && visit.children().stream().allMatch(child -> sufficesWithoutChild(visit.outcome(), child.level()));
        return childMet || caregiverSuffices;
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
