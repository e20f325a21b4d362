package org.shouwang.register.child;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.platform.problem.Violation;

/** Whether visits to a child may wait. */
final class PauseRules {

    /** Days from the first to the last. */
    static final int LONGEST = 90;

    /** Days from today to the first: nobody knows further ahead. */
    static final int AHEAD = 30;

    /** Days from the first to the last of those that follow one another: somebody has to see the child in between. */
    static final int LONGEST_ROW = 180;

    /** Days between two pauses from which on they follow one another no more: what is due is done by then. */
    static final int APART = 30;

    private PauseRules() {}

    /**
     * What speaks against it.
     *
     * @param others pauses of the child
     */
    static List<Violation> check(VisitPauseForm form, RiskLevel level, List<VisitPause> others, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (form.until().isBefore(form.from())) {
            found.add(Violation.of("until", "pause-ends-after-it-begins"));
        } else if (form.until().isAfter(form.from().plusDays(LONGEST))) {
            found.add(Violation.of("until", "pause-too-long", LONGEST));
        }
        if (form.from().isAfter(today.plusDays(AHEAD))) {
            found.add(Violation.of("from", "pause-too-far-ahead", AHEAD));
        }
        if (form.until().isBefore(today)) {
            found.add(Violation.of("until", "pause-is-over"));
        } else if (form.from().isBefore(today)) {
            found.add(Violation.of("from", "pause-not-in-past"));
        }
        if (level == RiskLevel.CRITICAL || level == RiskLevel.HIGH) {
            found.add(Violation.of("reasonCode", "pause-not-in-danger"));
        }
        List<VisitPause> held = others.stream()
                .filter(other -> !other.last().isBefore(other.fromDate))
                .toList();
        if (held.stream().anyMatch(other -> meets(other, form.from(), form.until()))) {
            found.add(Violation.of("from", "pause-twice"));
        } else if (rowOf(form, held) > LONGEST_ROW) {
            found.add(Violation.of("until", "pause-row-too-long", LONGEST_ROW, APART));
        }
        return found;
    }

    /** Days from the first to the last of the row to which it would belong. */
    private static long rowOf(VisitPauseForm form, List<VisitPause> held) {
        LocalDate first = form.from();
        LocalDate last = form.until();
        for (boolean grows = true; grows; ) {
            LocalDate from = first.minusDays(APART);
            LocalDate until = last.plusDays(APART);
            List<VisitPause> near =
                    held.stream().filter(other -> meets(other, from, until)).toList();
            LocalDate before = first;
            LocalDate after = last;
            first = near.stream().map(other -> other.fromDate).reduce(first, PauseRules::earlier);
            last = near.stream().map(VisitPause::last).reduce(last, PauseRules::later);
            grows = !first.equals(before) || !last.equals(after);
        }
        return ChronoUnit.DAYS.between(first, last);
    }

    private static boolean meets(VisitPause pause, LocalDate from, LocalDate until) {
        return !from.isAfter(pause.last()) && !pause.fromDate.isAfter(until);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
