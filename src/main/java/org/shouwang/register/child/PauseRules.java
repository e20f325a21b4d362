package org.shouwang.register.child;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.platform.problem.Violation;

/** Whether visits to a child may wait. */
final class PauseRules {

    /** Days from the first to the last. */
    static final int LONGEST = 90;

    /** Days from today to the first: nobody knows further ahead. */
    static final int AHEAD = 30;

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
        }
        if (level == RiskLevel.CRITICAL || level == RiskLevel.HIGH) {
            found.add(Violation.of("reasonCode", "pause-not-in-danger"));
        }
        boolean twice = others.stream()
                .anyMatch(other -> !form.from().isAfter(other.last())
                        && !other.fromDate.isAfter(form.until())
                        && !other.last().isBefore(other.fromDate));
        if (twice) {
            found.add(Violation.of("from", "pause-twice"));
        }
        return found;
    }
}
