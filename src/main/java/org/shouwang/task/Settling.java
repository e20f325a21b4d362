package org.shouwang.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.policy.FollowUpPolicy;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.visit.RecordedVisit;
import org.shouwang.visit.RecordedVisit.Seen;
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

    /** Children of whom only the caregiver was met and who are below HIGH today: what they were when it was made counts too. */
    static Set<UUID> judgedByTheDay(RecordedVisit visit) {
        return visit.method() == VisitMethod.HOME && visit.outcome() == VisitOutcome.MET_CAREGIVER
                ? visit.children().stream()
                        .filter(child -> !child.met() && !isClose(child.level()))
                        .map(Seen::childId)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /**
     * The visit as it is judged. Offline for days, a visit is what it was on its day; but a level that rose meanwhile hides nothing
     * behind a visit that did not see the child.
     *
     * @param closelyThen those of its children who were HIGH or CRITICAL when it was made
     */
    static RecordedVisit asOfTheDay(RecordedVisit visit, Set<UUID> closelyThen) {
        return new RecordedVisit(
                visit.id(),
                visit.householdId(),
                visit.areaCode(),
                visit.method(),
                visit.outcome(),
                visit.startedAt(),
                visit.children().stream()
                        .map(child -> closelyThen.contains(child.childId()) && !isClose(child.level())
                                ? new Seen(
                                        child.childId(), child.met(), RiskLevel.HIGH, child.areaCode(), child.flags())
                                : child)
                        .toList());
    }

    private static boolean isClose(RiskLevel level) {
        return level == RiskLevel.CRITICAL || level == RiskLevel.HIGH;
    }

    /**
     * What a task asks of a visit.
     *
     * @param subject the child or the household that the task is about
     * @param startOn day from which the task is to be done
     * @param aroseAt when the concern arose that asked for it; null where the time for a visit has come round
     */
    record Asked(
            TaskType type,
            UUID subject,
            LocalDate startOn,
            @Nullable Instant aroseAt) {

        static Asked of(Task task) {
            return new Asked(task.taskType, Objects.requireNonNull(task.subjectId), task.startOn, task.aroseAt);
        }
    }

    /** Whether the visit is the one that a task asks for. */
    static boolean settles(RecordedVisit visit, Asked asked, FollowUpPolicy policy) {
        return asked.type().needsVisit()
                && subjects(visit).contains(asked.subject())
                && isRecentEnough(visit, asked, policy);
    }

    /**
     * Whether an amendment takes from a visit what settled a task. It may have settled it at another level than today's: where
     * the visit as it read does not settle at that, it is judged at the gravest at which it may have.
     *
     * @param before as it read when it settled the task, with the levels of today like {@code now}
     */
    static boolean unsettles(RecordedVisit before, RecordedVisit now, Asked asked, FollowUpPolicy policy) {
        if (settles(before, asked, policy)) {
            return !settles(now, asked, policy);
        }
        RiskLevel then = Stream.of(RiskLevel.values())
                .filter(level -> settles(before.atLevel(level), asked, policy))
                .findFirst()
                .orElse(RiskLevel.NORMAL);
        return !settles(now.atLevel(then), asked, policy);
    }

    /** Where the child may be in danger, only seeing it counts; else the caregiver may speak for it. */
    static boolean settles(VisitMethod method, VisitOutcome outcome, boolean met, RiskLevel level) {
        if (method != VisitMethod.HOME || !outcome.somebodyMet()) {
            return false;
        }
        return met || (outcome == VisitOutcome.MET_CAREGIVER && !isClose(level));
    }

    /**
     * Whether the visit may be the one that such a task asks for. A visit made early settles the coming one; one that was
     * made before the last interval of the subject's risk level had begun is another one's. Where the household is the
     * subject, the shortest interval of its children counts. Of a concern no visit knew that was made before it arose.
     */
    static boolean isRecentEnough(RecordedVisit visit, Asked asked, FollowUpPolicy policy) {
        if (asked.aroseAt() != null && visit.startedAt().isBefore(asked.aroseAt())) {
            return false;
        }
        int interval = visit.children().stream()
                .filter(child -> asked.subject().equals(child.childId())
                        || asked.subject().equals(visit.householdId()))
                .mapToInt(child -> policy.at(child.level().name()).homeVisitDays())
                .min()
                .orElse(0);
        return !LocalDays.of(visit.startedAt()).isBefore(asked.startOn().minusDays(interval));
    }

    /** Some child was met, or the caregiver spoke for all of them; a visit to a woman only is not about the children. */
    private static boolean countsForHousehold(RecordedVisit visit, Set<UUID> settled) {
        boolean childMet =
                visit.children().stream().anyMatch(child -> child.met() && settled.contains(child.childId()));
        return childMet
                || (!settled.isEmpty() && settled.size() == visit.children().size());
    }
}
