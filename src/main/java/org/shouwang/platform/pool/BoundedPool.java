package org.shouwang.platform.pool;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Makes the one pool that all rooms and Hibernate share, with its limits. */
@Singleton
class BoundedPool implements PgPoolCreator {

    private static final Logger LOG = Logger.getLogger(BoundedPool.class);

    private static final int KNOWS_TRANSACTION_TIMEOUT = 17;

    /** Longer than any statement of ours: by itself the client prepares those above 2048 characters anew each time. */
    private static final int LONGEST_STATEMENT = 20_000;

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
        input.pgConnectOptionsList().forEach(this::limit);
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(input.pgConnectOptionsList().get(0))
                .withConnectHandler(this::limitTransactions)
                .using(input.vertx())
                .build();
    }

    /** No JIT: our statements take milliseconds, compiling one takes a tenth of a second. */
    private void limit(PgConnectOptions server) {
        server.setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT);
        server.addProperty("application_name", "shouwang")
                .addProperty("jit", "off")
                .addProperty("statement_timeout", millis(config.statementTimeout()))
                .addProperty("lock_timeout", millis(config.lockTimeout()))
                .addProperty("idle_in_transaction_session_timeout", millis(config.idleInTransactionTimeout()));
    }

    /** An older server would refuse the connection if it were asked for this at the start. */
    private void limitTransactions(SqlConnection connection) {
        if (connection.databaseMetadata().majorVersion() < KNOWS_TRANSACTION_TIMEOUT) {
            connection.close();
            return;
        }
        connection
                .query("set transaction_timeout = " + millis(config.transactionTimeout()))
                .execute()
                .onFailure(failure -> LOG.warn("a connection has no limit for its transactions", failure))
                .onComplete(set -> connection.close());
    }

    private static String millis(Duration limit) {
        return Long.toString(limit.toMillis());
    }
}
