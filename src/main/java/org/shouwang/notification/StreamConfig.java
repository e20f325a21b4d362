package org.shouwang.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The streams of inboxes that one node serves. */
@ConfigMapping(prefix = "shouwang.inbox.stream")
interface StreamConfig {

    /** Each holds a connection and a little memory; beyond that clients are asked to come later. */
    @WithDefault("1000")
    int atMost();

    /** A worker's oldest stream ends when there are more: it is that of a phone that lost the network and came again. */
    @WithDefault("5")
    int perWorker();

    /** How often a node asks the database for all its streams at once whether anything came. */
    @WithDefault("1s")
    Duration look();

    /** A comment after so long a silence, which keeps proxies from closing the stream and finds out who is gone. */
    @WithDefault("15s")
    Duration heartbeat();
}
