package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.background.Batches;

/**
 * Forgets notices that were read and are half a year old, as old as the log of pushes gets, on the phones too; what was never
 * read stays. And the rounds of devices that are long over.
 */
@Singleton
class ForgetNotices implements BackgroundJob {

    static final Duration KEPT = Duration.ofDays(180);

    private static final String FORGET = """
            with old as materialized (
                select id from notification
                where created_at < $1 and read_at is not null
                order by created_at
                limit 1000
                for update skip locked),
            gone as (
                delete from notification n using old where n.id = old.id returning n.id, n.worker_id, n.version)
            select gone.id
            from gone
            join worker w on w.id = gone.worker_id
            cross join lateral feed_remove(-w.number, 'notification', gone.id, gone.version + 1) as fed
            """;

    private final RoundRows rounds;
    private final Pool pool;
    private final Clock clock;

    ForgetNotices(RoundRows rounds, Pool pool, Clock clock) {
        this.rounds = rounds;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-notices";
    }

    @Override
    public int order() {
        return 94;
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public Uni<Integer> runOnce() {
        Instant now = clock.instant();
        return Batches.untilNone(() -> batch(now.minus(KEPT))).call(() -> rounds.forget(now));
    }

    private Uni<Integer> batch(Instant before) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(DeliveryRows.utc(before)))
                .map(SqlResult::size);
    }
}
