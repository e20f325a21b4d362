package org.shouwang.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "shouwang.feed")
interface FeedConfig {

    /** Pages of pulls from the start, and digests, that a node works on at once; what changed since a cursor does not wait. */
    @WithDefault("4")
    int concurrentPulls();

    /** After which time the first of those who found no place come back; phones see whole seconds. */
    @WithDefault("5s")
    Duration retrySoonest();

    /** Over which time they come back: after a restore all phones pull from the start. */
    @WithDefault("25s")
    Duration retrySpread();
}
