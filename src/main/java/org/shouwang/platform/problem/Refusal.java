package org.shouwang.platform.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A no with its reason: nothing was written.
 *
 * @param retryAfter how long it stays a no, where that is known
 */
public record Refusal(
        Problem problem,
        List<Violation> violations,
        @Nullable Duration retryAfter) {

    public Refusal {
        violations = List.copyOf(violations);
    }

    public Refusal(Problem problem, List<Violation> violations) {
        this(problem, violations, null);
    }

    public static Refusal of(Problem problem) {
        return new Refusal(problem, List.of());
    }

    /** A no that ends after this time. */
    public static Refusal until(Problem problem, Duration retryAfter) {
        return new Refusal(problem, List.of(), retryAfter);
    }
}
