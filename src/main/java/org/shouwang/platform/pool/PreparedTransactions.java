package org.shouwang.platform.pool;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.shouwang.platform.alarm.Alarm;

/** Transactions that somebody prepared and forgot: nothing of ours makes any, and each holds back the horizon for ever. */
@Singleton
class PreparedTransactions implements Alarm {

    private static final String AGE = """
            select coalesce(max(extract(epoch from clock_timestamp() - prepared)), 0)::bigint from pg_prepared_xacts
            """;

    private final Pool pool;

    PreparedTransactions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "prepared-transactions";
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Uni<Duration> age() {
        return pool.query(AGE)
                .execute()
                .map(rows -> Duration.ofSeconds(rows.iterator().next().getLong(0)));
    }
}
