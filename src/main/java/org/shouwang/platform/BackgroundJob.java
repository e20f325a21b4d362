package org.shouwang.platform;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Work that is not asked for by a request. Any number of nodes may run a job at the same time: it claims its rows with
 * {@code FOR UPDATE SKIP LOCKED} in small batches, so a killed node loses nothing and nothing happens twice.
 */
public interface BackgroundJob {

    /** Its name in metrics and logs, in lower case with hyphens. */
    String name();

    /** Jobs with a smaller order go first when several wait: causes before their deliveries, upkeep last. */
    int order();

    /** How long after a run began the next one does; one that is still running is not begun again on the same node. */
    Duration every();

    /** Does all that is due now and answers how many things were done. */
    Uni<Integer> runOnce();
}
