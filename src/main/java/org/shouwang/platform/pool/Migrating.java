package org.shouwang.platform.pool;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Lets migrations run beside a release that serves. Behind a migration that waits for a table everybody else waits too: it waits
 * no longer than a request does, and then this server does not start; nothing has changed, the old release goes on, and the next
 * start tries again. Nodes that start together take turns by a lock that opens no transaction, since {@code create index
 * concurrently} would wait for that.
 */
@Singleton
public class Migrating implements FlywayConfigurationCustomizer {

    private static final String FIRST = "set lock_timeout = '5s'";

    @Override
    public void customize(FluentConfiguration configuration) {
        waitingAs(configuration);
    }

    /** Whoever migrates does it so: an index that is built concurrently would wait for the lock that Flyway takes otherwise. */
    public static FluentConfiguration waitingAs(FluentConfiguration configuration) {
        configuration.initSql(FIRST);
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration;
    }
}
