package org.shouwang.sync.operation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

@ConfigMapping(prefix = "shouwang.sync")
interface OperationConfig {

    /** How many batches of phones a node works on at once; below half of the pool's connections. */
    @WithDefault("4")
    int concurrentBatches();

    /** After which time the first of those who found no place come back; phones see whole seconds. */
    @WithDefault("3s")
    Duration retrySoonest();

    /** Over which time they come back. */
    @WithDefault("7s")
    Duration retrySpread();

    /** How long it is known that an operation was done. */
    @WithDefault("P400D")
    Period keepOperations();
}
