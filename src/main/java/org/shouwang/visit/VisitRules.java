package org.shouwang.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.problem.Violation;
import org.shouwang.visit.VisitCodes.Hazard;
import org.shouwang.visit.VisitCodes.Need;
import org.shouwang.visit.VisitCodes.PhysicalToday;
import org.shouwang.visit.VisitCodes.PsychSign;

/** What makes a visit believable. An answer that was not given breaks no rule. */
final class VisitRules {

    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);
    static final int OLDEST_DAYS = 90;
    static final Duration LONGEST = Duration.ofHours(4);
    static final int NEXT_VISIT_WITHIN_DAYS = 730;

    private VisitRules() {}

    /**
     * Everything that is wrong with the visit.
     *
     * @param members the members of the visited household
     * @param now when the server got it: what is amended later was believable then
     */
    static List<Violation> check(VisitForm form, Set<UUID> members, Instant now) {
        List<Violation> violations = new ArrayList<>(form.lostItsTime() ? List.of() : times(form, now));
        boolean dayKnown = violations.isEmpty() && !form.lostItsTime();
        LocalDate day = LocalDays.of(dayKnown ? form.startedAt() : now);
        violations.addAll(VisitPosition.check(form.geoLat(), form.geoLng()));
        violations.addAll(visited(form, members));
        violations.addAll(outcome(form));
        violations.addAll(alone("hazards", "visit-none-alone", form.hazards(), Hazard.NONE));
        List<ChildAnswers> children = form.childrenOrNone();
        for (int i = 0; i < children.size(); i++) {
            violations.addAll(child("children[" + i + "].", children.get(i), day, members));
        }
        return violations;
    }

    private static List<Violation> times(VisitForm form, Instant now) {
        List<Violation> violations = new ArrayList<>();
        Instant start = form.startedAt();
        Instant end = form.endedAt();
        if (start.isAfter(now.plus(CLOCK_TOLERANCE))) {
            violations.add(Violation.of("startedAt", "visit-in-future", CLOCK_TOLERANCE.toMinutes()));
        }
        if (start.isBefore(oldest(now))) {
            violations.add(Violation.of("startedAt", "visit-too-old", OLDEST_DAYS));
        }
        if (end != null && end.isBefore(start)) {
            violations.add(Violation.of("endedAt", "visit-ends-before-start"));
        }
        if (end != null && Duration.between(start, end).compareTo(LONGEST) > 0) {
            violations.add(Violation.of("endedAt", "visit-too-long", LONGEST.toHours()));
        }
        return violations;
    }

    private static Instant oldest(Instant now) {
        return LocalDays.of(now)
                .minusDays(OLDEST_DAYS)
                .atStartOfDay(LocalDays.ZONE)
                .toInstant();
    }

    private static List<Violation> visited(VisitForm form, Set<UUID> members) {
        List<Violation> violations = new ArrayList<>();
        if (form.childrenOrNone().isEmpty() && form.membersOrNone().isEmpty()) {
            violations.add(Violation.of("children", "visit-of-nobody"));
        }
        violations.addAll(
                twice(form.childrenOrNone(), ChildAnswers::childId, "children[%d].childId", "visit-child-twice"));
        violations.addAll(twice(form.membersOrNone(), Function.identity(), "memberIds[%d]", "visit-member-twice"));
        for (int i = 0; i < form.membersOrNone().size(); i++) {
            if (!members.contains(form.membersOrNone().get(i))) {
                violations.add(Violation.of("memberIds[" + i + "]", "visit-not-a-member"));
            }
        }
        return violations;
    }

    private static <T> List<Violation> twice(List<T> entries, Function<T, UUID> id, String field, String rule) {
        List<Violation> violations = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!seen.add(id.apply(entries.get(i)))) {
                violations.add(Violation.of(field.replace("%d", Integer.toString(i)), rule));
            }
        }
        return violations;
    }

    private static List<Violation> outcome(VisitForm form) {
        boolean met = form.childrenOrNone().stream().anyMatch(ChildAnswers::met);
        if (form.outcome().childMet() == met) {
            return List.of();
        }
        String rule = met ? "visit-outcome-without-child" : "visit-outcome-needs-child";
        return List.of(Violation.of("outcome", rule, form.outcome()));
    }

    private static List<Violation> child(String at, ChildAnswers answers, LocalDate day, Set<UUID> members) {
        List<Violation> violations = new ArrayList<>();
        if (answers.actualCaregiverId() != null && !members.contains(answers.actualCaregiverId())) {
            violations.add(Violation.of(at + "actualCaregiverId", "visit-not-a-member"));
        }
        if (answers.physicalToday() == PhysicalToday.INJURED && answers.injuryDetail() == null) {
            violations.add(Violation.of(at + "injuryDetail", "visit-injury-needs-detail"));
        }
        violations.addAll(next(at + "nextVisitOn", answers.nextVisitOn(), day));
        violations.addAll(alone(at + "psychSigns", "visit-normal-alone", answers.psychSigns(), PsychSign.NORMAL));
        violations.addAll(alone(at + "needs", "visit-none-alone", answers.needs(), Need.NONE));
        return violations;
    }

    private static List<Violation> next(String field, @Nullable LocalDate next, LocalDate day) {
        if (next == null) {
            return List.of();
        }
        if (!next.isAfter(day)) {
            return List.of(Violation.of(field, "visit-next-not-later"));
        }
        return next.isAfter(day.plusDays(NEXT_VISIT_WITHIN_DAYS))
                ? List.of(Violation.of(field, "visit-next-too-late", NEXT_VISIT_WITHIN_DAYS))
                : List.of();
    }

    private static <E extends Enum<E>> List<Violation> alone(
            String field, String rule, @Nullable List<E> answers, E harmless) {
        boolean mixed = answers != null
                && answers.contains(harmless)
                && answers.stream().anyMatch(answer -> answer != harmless);
        return mixed ? List.of(Violation.of(field, rule, harmless)) : List.of();
    }
}
