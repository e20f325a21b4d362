package org.shouwang.monitoring.breakdown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwang.monitoring.catalogue.Direction;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.unit.Unit;
import org.shouwang.platform.problem.Violation;

/** Whether a line of the book of responsibilities may be issued, and taken back. */
final class ResponsibilityRules {

    private ResponsibilityRules() {}

    /**
     * What stands against it.
     *
     * @param unit the organisation, where it is in the writer's area
     * @param beside what counts for the same indicator, place and year
     */
    static List<Violation> check(
            ResponsibilityForm form,
            Optional<Indicator> indicator,
            Optional<Unit> unit,
            List<Responsibility> beside,
            LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (indicator.isEmpty()) {
            found.add(Violation.of("indicatorCode", "indicator-known"));
        }
        if (unit.isEmpty()) {
            found.add(Violation.of("unitId", "organisation-known"));
        } else if (!unit.get().answers()) {
            found.add(Violation.of("unitId", "responsibility-unit-answers"));
        }
        if (form.issuedOn().isAfter(today)) {
            found.add(Violation.of("issuedOn", "responsibility-issued-by-now"));
        }
        if (form.targetValue() != null
                && indicator.filter(ResponsibilityRules::takesOneNumber).isEmpty()) {
            found.add(Violation.of("targetValue", "responsibility-target-one-number"));
        }
        role(form, beside, found);
        return found;
    }

    private static boolean takesOneNumber(Indicator indicator) {
        return indicator.direction() == Direction.UP || indicator.direction() == Direction.DOWN;
    }

    /** Exactly one unit leads: whoever supports supports somebody. */
    private static void role(ResponsibilityForm form, List<Responsibility> beside, List<Violation> found) {
        boolean led = beside.stream().anyMatch(Responsibility::isLead);
        if (beside.stream().anyMatch(other -> other.unitId().equals(form.unitId()))) {
            found.add(Violation.of("unitId", "responsibility-unit-once"));
        } else if (form.role() == ResponsibilityRole.LEAD && led) {
            found.add(Violation.of("role", "responsibility-one-lead"));
        } else if (form.role() == ResponsibilityRole.SUPPORT && !led) {
            found.add(Violation.of("role", "responsibility-lead-first"));
        }
    }

    /** A lead is not taken back from under those who support it. */
    static List<Violation> withdrawal(Responsibility line, List<Responsibility> beside) {
        return line.isLead() && beside.size() > 1
                ? List.of(Violation.of("id", "responsibility-supports-first", beside.size() - 1))
                : List.of();
    }
}
