package org.shouwang.platform;

import io.smallrye.mutiny.Uni;

/**
 * Work that is not asked for by a request. Any number of nodes may run a job at the same time: it claims its rows with
 * {@code FOR UPDATE SKIP LOCKED} in small batches, so a killed node loses nothing and nothing happens twice.
 */
public interface BackgroundJob {

    /** Jobs with a smaller order run first when all are run by hand: causes before their deliveries. */
    int order();

    /** Does all that is due now and answers how many things were done. */
    Uni<Integer> runOnce();
}
