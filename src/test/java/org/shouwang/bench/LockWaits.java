package org.shouwang.bench;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks many times a second how long statements have waited for a lock of another. */
final class LockWaits implements AutoCloseable {

    private static final long EVERY_MILLIS = 50;

    private static final String LONGEST = """
            select coalesce(max((extract(epoch from clock_timestamp() - l.waitstart) * 1000)::bigint), 0)
            from pg_locks l where not l.granted
            """;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private volatile long longestMillis;

    LockWaits(DurableDatabase database) {
        var unused = watch.scheduleWithFixedDelay(() -> look(database), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(DurableDatabase database) {
        try {
            longestMillis = Math.max(longestMillis, database.number(LONGEST));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long longestMillis() {
        return longestMillis;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
