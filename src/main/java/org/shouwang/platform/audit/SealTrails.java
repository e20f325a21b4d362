package org.shouwang.platform.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.background.Batches;
import org.shouwang.platform.secret.AuditKey;

/**
 * Seals what no transaction can add to any more: all rows below the horizon, also those that committed late. One node at a
 * time does it, a batch a transaction.
 */
@Singleton
class SealTrails implements BackgroundJob {

    /** Held to the end of the transaction; the retention waits for it. */
    static final String LOCK = "hashtextextended('org.shouwang.platform.audit.SealTrails', 0)";

    private static final String ALONE = "select pg_try_advisory_xact_lock(" + LOCK + ") as alone";
    private static final String HORIZON = "select position from audit_horizon";

    /** Rows of a seal, more only when one transaction wrote more. */
    private static final int BATCH = 10_000;

    private final Pool pool;
    private final SealRows seals;
    private final AuditKey key;
    private final TrailHeads heads;
    private final Clock clock;

    SealTrails(Pool pool, SealRows seals, AuditKey key, TrailHeads heads, Clock clock) {
        this.pool = pool;
        this.seals = seals;
        this.key = key;
        this.heads = heads;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "seal-trails";
    }

    @Override
    public int order() {
        return 92;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Answers how many seals it made; 0 while another node is at it. */
    @Override
    public Uni<Integer> runOnce() {
        return Multi.createFrom()
                .items(SealedTable.values())
                .onItem()
                .transformToUniAndConcatenate(table -> all(table).call(() -> heads.look(table)))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> all(SealedTable table) {
        return Batches.untilNone(() -> pool.withTransaction(tx -> batch(tx, table)));
    }

    private Uni<Integer> batch(SqlClient tx, SealedTable table) {
        return tx.query(ALONE)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("alone")
                        ? seals.last(tx, table)
                                .chain(last -> tx.query(HORIZON).execute().chain(horizon -> SealRows.first(horizon)
                                        .map(row -> below(tx, table, last, row.getLong("position")))
                                        .orElseGet(() -> Uni.createFrom().item(0))))
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> below(SqlClient tx, SealedTable table, Optional<Seal> last, long horizon) {
        long from = last.map(Seal::to).orElse(0L);
        return tx.preparedQuery(table.batch())
                .execute(Tuple.of(from, horizon, BATCH + 1))
                .map(rows -> end(rows.iterator().next(), horizon))
                .chain(to -> tx.preparedQuery(table.months())
                        .execute(Tuple.of(from, to))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getLocalDate("month"))
                                .toList())
                        .chain(months -> seal(tx, table, last, new Range(from, to), months)));
    }

    /** Before the row that is one too many; but what one transaction wrote stays together, or sealing would never pass it. */
    private static long end(Row batch, long horizon) {
        if (batch.getLong("rows") <= BATCH) {
            return horizon;
        }
        return Math.max(batch.getLong("last"), batch.getLong("first") + 1);
    }

    /** One seal for each month, so that retention drops whole months and nothing of their neighbours. */
    private Uni<Integer> seal(
            SqlClient tx, SealedTable table, Optional<Seal> last, Range range, List<LocalDate> months) {
        Uni<Optional<Seal>> chain = Uni.createFrom().item(last);
        for (LocalDate month : months) {
            chain = chain.chain(before -> seals.sum(tx, table, range.from(), range.to(), month)
                    .map(sum -> next(table, before, range, month, sum))
                    .call(seal -> seals.insert(tx, seal, clock.instant().atOffset(ZoneOffset.UTC)))
                    .map(Optional::of));
        }
        return chain.replaceWith(months.size());
    }

    private Seal next(SealedTable table, Optional<Seal> before, Range range, LocalDate month, RowSum sum) {
        return Seal.make(
                table,
                before.map(Seal::number).orElse(0L) + 1,
                month,
                range.from(),
                range.to(),
                sum,
                before.map(Seal::chained).orElse(Seal.BEGINNING),
                key);
    }

    private record Range(long from, long to) {}
}
