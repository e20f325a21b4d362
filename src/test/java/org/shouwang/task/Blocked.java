package org.shouwang.task;

import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits until statements of the application wait for a lock that the test holds. */
final class Blocked {

    private static final String WAITING = """
            select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            """;

    private Blocked() {}

    static void await(Village village, int statements) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(4))
                .until(() -> village.count(WAITING) >= statements);
    }
}
