package org.shouwang.platform.pool;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Makes the one pool that all rooms and Hibernate share, with its limits. */
@Singleton
class BoundedPool implements PgPoolCreator {

    private final PoolConfig config;

    BoundedPool(PoolConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        PoolOptions pool = input.poolOptions()
                .setConnectionTimeout((int) config.acquireTimeout().toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxWaitQueueSize(config.waitQueue());
        for (PgConnectOptions server : input.pgConnectOptionsList()) {
            server.addProperty("application_name", "shouwang")
                    .addProperty(
                            "statement_timeout",
                            Long.toString(config.statementTimeout().toMillis()))
                    .addProperty(
                            "idle_in_transaction_session_timeout",
                            Long.toString(config.idleInTransactionTimeout().toMillis()));
        }
        return Pool.pool(input.vertx(), input.pgConnectOptionsList().get(0), pool);
    }
}
