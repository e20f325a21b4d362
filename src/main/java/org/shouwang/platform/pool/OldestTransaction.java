package org.shouwang.platform.pool;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.shouwang.platform.alarm.Alarm;

/**
 * The oldest open transaction of the whole server: it holds back the horizon of the change feed, whose phones then get the
 * same again and again, and the clean-up of every table. A backup is not counted: it reads the whole database in one, however long that takes.
 */
@Singleton
class OldestTransaction implements Alarm {

    private static final String AGE = """
            select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)::bigint
            from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'
              and application_name is distinct from 'shouwang-backup'
            """;

    private final Pool pool;

    OldestTransaction(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "oldest-transaction";
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Uni<Duration> age() {
        return pool.query(AGE)
                .execute()
                .map(rows -> Duration.ofSeconds(rows.iterator().next().getLong(0)));
    }
}
