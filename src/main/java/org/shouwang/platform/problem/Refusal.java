package org.shouwang.platform.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A no with its reason: nothing was written.
 *
 * @param retryAfter how long it stays a no, where that is known
 * @param existing the record that stands against it, where the caller may see that record
 * @param resendFrom since when acknowledged operations may be lost, where the database went back in time
 */
public record Refusal(
        Problem problem,
        List<Violation> violations,
        @Nullable Duration retryAfter,
        @Nullable UUID existing,
        @Nullable Instant resendFrom) {

    public Refusal {
        violations = List.copyOf(violations);
    }

    public Refusal(Problem problem, List<Violation> violations) {
        this(problem, violations, null, null, null);
    }

    public static Refusal of(Problem problem) {
        return new Refusal(problem, List.of());
    }

    /** A no that ends after this time. */
    public static Refusal until(Problem problem, Duration retryAfter) {
        return new Refusal(problem, List.of(), retryAfter, null, null);
    }

    /** A no since another record stands against it, which is named where the caller may see it. */
    public static Refusal because(Problem problem, @Nullable UUID existing) {
        return new Refusal(problem, List.of(), null, existing, null);
    }

    /** A no since the database went back in time. */
    public static Refusal resend(Instant from) {
        return new Refusal(Problem.RESYNC_REQUIRED, List.of(), null, null, from);
    }
}
