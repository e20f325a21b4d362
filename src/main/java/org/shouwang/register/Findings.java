package org.shouwang.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;

/** Collects what a form breaks, all of it at once. */
public final class Findings {

    private final LocalDate today;
    private final List<Violation> violations = new ArrayList<>();

    public Findings(LocalDate today) {
        this.today = today;
    }

    public void require(boolean kept, String field, String rule, Object... values) {
        if (!kept) {
            violations.add(Violation.of(field, rule, values));
        }
    }

    /** A day that may be left out, and else is today or earlier. */
    public void past(@Nullable LocalDate day, String field) {
        require(Plausible.day(day), field, "plausible-time");
        require(day == null || !day.isAfter(today), field, "not-in-future");
    }

    public void moment(@Nullable Instant moment, String field) {
        require(Plausible.moment(moment), field, "plausible-time");
    }

    public void addAll(Collection<Violation> found) {
        violations.addAll(found);
    }

    public List<Violation> all() {
        return List.copyOf(violations);
    }
}
