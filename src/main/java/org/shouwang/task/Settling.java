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
        visit.children().stream()
                .filter(child -> settles(visit.method(), visit.outcome(), child.met(), child.level()))
                .forEach(child -> subjects.add(child.childId()));
        if (countsForHousehold(visit, subjects)) {
            subjects.add(visit.householdId());
        }
        return subjects;
    }

    /**
     * Whether the visit is the one that a task asks for.
     *
     * @param subject the child or the household that the task is about
     */
    static boolean settles(
            RecordedVisit visit, TaskType type, UUID subject, LocalDate startOn, FollowUpPolicies policies) {
        return type.needsVisit()
                && subjects(visit).contains(subject)
                && isRecentEnough(visit, subject, startOn, policies);
    }

    /** Where the child may be in danger, only seeing it counts; else the caregiver may speak for it. */
    static boolean settles(VisitMethod method, VisitOutcome outcome, boolean met, RiskLevel level) {
        if (method != VisitMethod.HOME || !outcome.somebodyMet()) {
            return false;
        }
        boolean caregiverSuffices = level != RiskLevel.CRITICAL && level != RiskLevel.HIGH;
        return met || (outcome == VisitOutcome.MET_CAREGIVER && caregiverSuffices);
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
    private static boolean countsForHousehold(RecordedVisit visit, Set<UUID> settled) {
        boolean childMet =
                visit.children().stream().anyMatch(child -> child.met() && settled.contains(child.childId()));
        return childMet
                || (!settled.isEmpty() && settled.size() == visit.children().size());
    }
}
