package org.shouwang.platform.problem;

import java.util.List;

/** A no with its reason: nothing was written. */
public record Refusal(Problem problem, List<Violation> violations) {

    public Refusal {
        violations = List.copyOf(violations);
    }

    public static Refusal of(Problem problem) {
        return new Refusal(problem, List.of());
    }
}
