package org.shouwang.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.database.DatabaseAddress;

/** Gives each start of the application under test an empty database of its own. */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private @Nullable DatabaseAddress database;

    @Override
    public Map<String, String> start() {
        String unique = Integer.toHexString(System.identityHashCode(DatabaseResource.class));
        DatabaseAddress created = TestDatabase.fresh("application_" + unique + "_" + COUNT.incrementAndGet());
        database = created;
        return Map.of(
                "quarkus.datasource.reactive.url", created.reactiveUrl(),
                "quarkus.datasource.jdbc.url", created.jdbcUrl(),
                "quarkus.datasource.username", created.username(),
                "quarkus.datasource.password", created.password());
    }

    @Override
    public void stop() {
        if (database != null) {
            TestDatabase.drop(database);
        }
    }
}
