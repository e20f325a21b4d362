package org.shouwang.platform.pool;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A pool that is full after two requests, and full up after four. */
public final class SmallPool implements QuarkusTestProfile {

    static final int CONNECTIONS = 2;
    static final int WAITING = 2;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.datasource.reactive.max-size",
                Integer.toString(CONNECTIONS),
                "shouwang.database.pool.wait-queue",
                Integer.toString(WAITING),
                "shouwang.database.pool.acquire-timeout",
                "1s",
                "shouwang.database.pool.lock-timeout",
                "3s");
    }
}
