package org.shouwang.sync.operation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.background.Batches;

/** Forgets operations that no phone repeats any more; what nobody has settled stays. Nodes may do it at the same time. */
@Singleton
class ForgetOperations implements BackgroundJob {

    private static final String FORGET = """
            delete from sync_operation o
            using (select worker_id, id from sync_operation
                   where received_at < $1 and (outcome in ('APPLIED', 'MERGED') or settled_as is not null)
                   order by received_at
                   limit 1000
                   for update skip locked) old
            where o.worker_id = old.worker_id and o.id = old.id
            """;

    /** Of phones that nobody uses any more. */
    private static final String FORGET_PHONES = "delete from sync_phone where contact_at < $1";

    private final Pool pool;
    private final OperationConfig config;
    private final Clock clock;

    ForgetOperations(Pool pool, OperationConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-operations";
    }

    @Override
    public int order() {
        return 92;
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public Uni<Integer> runOnce() {
        Tuple border = Tuple.of(LocalDays.today(clock)
                .minus(config.keepOperations())
                .atStartOfDay(LocalDays.ZONE)
                .toInstant()
                .atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(FORGET_PHONES)
                .execute(border)
                .chain(() -> Batches.untilNone(
                        () -> pool.preparedQuery(FORGET).execute(border).map(rows -> rows.rowCount())));
    }
}
