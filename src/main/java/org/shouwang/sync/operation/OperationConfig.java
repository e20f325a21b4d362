package org.shouwang.sync.operation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

@ConfigMapping(prefix = "shouwang.sync")
interface OperationConfig {

    /** How many batches of phones a node works on at once; below half of the pool's connections. */
    @WithDefault("4")
    int concurrentBatches();

    /** How long it is known that an operation was done. */
    @WithDefault("P400D")
    Period keepOperations();
}
