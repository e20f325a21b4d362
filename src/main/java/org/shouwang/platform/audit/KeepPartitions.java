package org.shouwang.platform.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.LocalDays;

/**
 * Makes the monthly partitions of the tables that grow by time, this month's and the next two. A month whose rows already
 * stand in the default partition, as after a jump of the clock, stays there: nothing is lost, so only a warning is written.
 */
@Singleton
class KeepPartitions implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(KeepPartitions.class);

    private static final List<String> TABLES = List.of("audit", "access_log", "delivery");
    private static final int MONTHS_AHEAD = 2;

    /** Nodes take turns, since two cannot make the same table. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('keep-partitions', 0))";

    private static final String ENSURE = "select ensure_partitions($1, $2, $3)";
    private static final String ROWS_IN_THE_WAY = "23514";

    private final Pool pool;
    private final Clock clock;

    KeepPartitions(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "keep-partitions";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    /** Always 0: tables are no work of anybody's. */
    @Override
    public Uni<Integer> runOnce() {
        LocalDate today = LocalDays.today(clock);
        return Multi.createFrom()
                .iterable(TABLES)
                .onItem()
                .transformToUniAndConcatenate(table -> keep(table, today))
                .collect()
                .last()
                .replaceWith(0);
    }

    private Uni<Void> keep(String table, LocalDate today) {
        Tuple months = Tuple.of(table, today, today.plusMonths(MONTHS_AHEAD));
        return pool.withTransaction(
                        transaction -> transaction.query(ALONE).execute().chain(() -> transaction
                                .preparedQuery(ENSURE)
                                .execute(months)))
                .replaceWithVoid()
                .onFailure(KeepPartitions::rowsInTheWay)
                .recoverWithUni(() -> {
                    LOG.warnf("Rows of %s stand in its default partition; their month gets none of its own", table);
                    return Uni.createFrom().voidItem();
                });
    }

    private static boolean rowsInTheWay(Throwable failure) {
        return failure instanceof PgException refused && ROWS_IN_THE_WAY.equals(refused.getSqlState());
    }
}
