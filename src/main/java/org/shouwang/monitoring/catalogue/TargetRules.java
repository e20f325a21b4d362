package org.shouwang.monitoring.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;

/** Whether a local target makes sense for its indicator. */
final class TargetRules {

    private TargetRules() {}

    /** What does not. */
    static List<Violation> check(TargetForm form, Indicator indicator, PlanRound round) {
        List<Violation> found = new ArrayList<>();
        if (form.year() < round.fromYear() || form.year() > round.toYear()) {
            found.add(Violation.of("year", "target-in-round", text(round.fromYear()), text(round.toYear())));
        }
        if (!form.operator().fits(indicator.direction())) {
            found.add(Violation.of(
                    "operator", "target-operator-fits", indicator.direction().name()));
        }
        if (form.operator().hasValue() != (form.value() != null)) {
            found.add(Violation.of("value", form.value() == null ? "target-value-needed" : "target-value-none"));
        }
        if ((form.operator() == TargetOperator.BETWEEN) != (form.upper() != null)
                || isUpsideDown(form.value(), form.upper())) {
            found.add(Violation.of("upper", "target-upper-of-band"));
        }
        baseline(form, found);
        return found;
    }

    /** Unless it is said otherwise the first plan is binding, and whatever is added to it. */
    static boolean isBinding(TargetForm form, Optional<String> bindingPlan) {
        return form.binding() == null
                ? bindingPlan.filter(plan -> !plan.equals(form.plan())).isEmpty()
                : form.binding();
    }

    private static void baseline(TargetForm form, List<Violation> found) {
        boolean named = form.baselineYear() != null;
        if (named != (form.baselineValue() != null)) {
            found.add(Violation.of("baselineYear", "target-baseline-whole"));
        } else if (form.baselineYear() != null && form.baselineYear() >= form.year()) {
            found.add(Violation.of("baselineYear", "target-baseline-before"));
        }
        if (form.operator() == TargetOperator.CHANGE_PCT && !named) {
            found.add(Violation.of("baselineYear", "target-change-baseline"));
        }
    }

    private static boolean isUpsideDown(@Nullable BigDecimal lower, @Nullable BigDecimal upper) {
        return lower != null && upper != null && upper.compareTo(lower) <= 0;
    }

    /** A year is not grouped like a number. */
    private static String text(int year) {
        return Integer.toString(year);
    }
}
