package org.shouwang.platform.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.LocalDays;

/**
 * Drops months that need not be kept any more: of the trails only what is sealed, and the seals stay, so that the chain still
 * holds; of the log of pushes what is older than half a year.
 */
@Singleton
class DropOldMonths implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(DropOldMonths.class);

    private static final String STANDING = "select standing_months($1, $2) as month";
    private static final String DROP = "select drop_month($1, $2, $3)";
    private static final String MARK =
            "update audit_seal set dropped_at = $3 where table_name = $1 and month = $2 and dropped_at is null";

    /** The sealer must not be in this month, and a reader in it must not hold up everybody behind the drop. */
    private static final String ALONE =
            "select pg_advisory_xact_lock(" + SealTrails.LOCK + "), set_config('lock_timeout', '5s', true)";

    private final Pool pool;
    private final SealRows seals;
    private final RetentionConfig retention;
    private final Clock clock;

    DropOldMonths(Pool pool, SealRows seals, RetentionConfig retention, Clock clock) {
        this.pool = pool;
        this.seals = seals;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "drop-old-months";
    }

    @Override
    public int order() {
        return 93;
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    /** Answers how many months it dropped. */
    @Override
    public Uni<Integer> runOnce() {
        LocalDate today = LocalDays.today(clock);
        LocalDate pushes = today.minusDays(retention.deliveryDays()).withDayOfMonth(1);
        LocalDate trails = today.minusMonths(retention.trailMonths()).withDayOfMonth(1);
        return months("delivery", pushes)
                .chain(months -> each(months, month -> dropDeliveries(month)))
                .chain(dropped -> Multi.createFrom()
                        .items(SealedTable.values())
                        .onItem()
                        .transformToUniAndConcatenate(table -> months(table.table(), trails)
                                .chain(months -> each(months, month -> dropTrail(table, month))))
                        .collect()
                        .with(Collectors.summingInt(Integer::intValue))
                        .map(more -> dropped + more));
    }

    private Uni<List<LocalDate>> months(String table, LocalDate before) {
        return pool.preparedQuery(STANDING).execute(Tuple.of(table, before)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getLocalDate("month"))
                .toList());
    }

    private static Uni<Integer> each(List<LocalDate> months, Function<LocalDate, Uni<? extends Integer>> drop) {
        return Multi.createFrom()
                .iterable(months)
                .onItem()
                .transformToUniAndConcatenate(drop)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> dropDeliveries(LocalDate month) {
        return pool.withTransaction(
                tx -> tx.query(ALONE).execute().chain(() -> drop(tx, "delivery", "created_at", month)));
    }

    private Uni<Integer> dropTrail(SealedTable table, LocalDate month) {
        return pool.withTransaction(tx -> tx.query(ALONE)
                .execute()
                .chain(() -> isSealed(tx, table, month))
                .chain(settled -> settled
                        ? drop(tx, table.table(), "at", month).call(() -> tx.preparedQuery(MARK)
                                .execute(Tuple.of(
                                        table.table(), month, clock.instant().atOffset(ZoneOffset.UTC))))
                        : Uni.createFrom().item(0)));
    }

    private Uni<Boolean> isSealed(SqlClient tx, SealedTable table, LocalDate month) {
        return seals.last(tx, table)
                .chain(last -> tx.preparedQuery(table.unsealedIn())
                        .execute(Tuple.of(
                                last.map(Seal::to).orElse(0L),
                                SealRows.first(month),
                                SealRows.first(month.plusMonths(1)))))
                .map(rows -> rows.size() == 0);
    }

    private static Uni<Integer> drop(SqlClient tx, String table, String column, LocalDate month) {
        return tx.preparedQuery(DROP)
                .execute(Tuple.of(table, column, month))
                .invoke(() -> LOG.infof("%s of %tY-%<tm are dropped: they need not be kept any more", table, month))
                .replaceWith(1);
    }
}
