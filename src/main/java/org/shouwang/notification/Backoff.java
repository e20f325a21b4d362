package org.shouwang.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a delivery that failed for now waits. Chance spreads those that failed together. */
final class Backoff {

    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** 30 s doubled seven times is more than an hour. */
    private static final int DOUBLINGS = 7;

    private Backoff() {}

    /**
     * Anything up to 30 s after the first failure, doubled with each further one up to an hour; or what the provider asked
     * for, and up to 30 s more.
     *
     * @param failedBefore attempts that failed before this one
     * @param retryAfter how long the provider asked to be left alone
     * @param chance uniform, at least 0 and less than 1
     */
    static Duration wait(int failedBefore, @Nullable Duration retryAfter, double chance) {
        if (retryAfter != null) {
            return retryAfter.plus(share(FIRST, chance));
        }
        Duration ceiling = FIRST.multipliedBy(1L << Math.min(failedBefore, DOUBLINGS));
        Duration wait = share(ceiling.compareTo(LONGEST) > 0 ? LONGEST : ceiling, chance);
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    }

    private static Duration share(Duration whole, double chance) {
        return Duration.ofMillis((long) (whole.toMillis() * chance));
    }
}
