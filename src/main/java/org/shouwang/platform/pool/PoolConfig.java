package org.shouwang.platform.pool;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "shouwang.database.pool")
interface PoolConfig {

    /** Without it the client waits for ever for a free connection. */
    @WithDefault("5s")
    Duration acquireTimeout();

    /** Requests that may wait for a connection; beyond that they are refused at once. */
    @WithDefault("200")
    int waitQueue();

    /** No statement of ours takes as long; one that does holds others up. */
    @WithDefault("15s")
    Duration statementTimeout();

    /** Shorter than a statement may take: who waits for a row holds a connection and does nothing with it. */
    @WithDefault("5s")
    Duration lockTimeout();

    /** A transaction whose client went away must not keep its locks. */
    @WithDefault("30s")
    Duration idleInTransactionTimeout();

    /** A transaction of many short statements is no better than a long one. PostgreSQL knows the limit since version 17. */
    @WithDefault("60s")
    Duration transactionTimeout();
}
