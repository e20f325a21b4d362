package org.shouwang.platform.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.secret.AuditKey;

/** Walks all seals of a table and adds up their rows anew. Blocks: not for an event loop. */
@Singleton
class VerifyTrails {

    private static final int SEALS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Pool pool;
    private final SealRows seals;
    private final AuditKey key;
    private final Clock clock;

    VerifyTrails(Pool pool, SealRows seals, AuditKey key, Clock clock) {
        this.pool = pool;
        this.seals = seals;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Verifies the chain of one table.
     *
     * @param heads heads that were told outside and must stand in the chain, as {@code table:number:value}
     */
    Verdict verify(SealedTable table, List<String> heads) {
        while (true) {
            long dropped = await(seals.dropped(pool, table));
            Verdict verdict = walk(table, heads);
            // what retention dropped under our eyes is no fault: then from the beginning
            if (verdict instanceof Verdict.Whole || dropped == await(seals.dropped(pool, table))) {
                return verdict;
            }
        }
    }

    private Verdict walk(SealedTable table, List<String> heads) {
        Set<String> missing = new HashSet<>(heads);
        missing.removeIf(head -> !head.startsWith(table.table() + ':'));
        SealWalk walk = new SealWalk(table, key, YearMonth.from(LocalDays.today(clock)));
        missing.remove(walk.head());
        while (true) {
            List<Seal> page = await(seals.after(pool, table, walk.number(), SEALS));
            for (Seal seal : page) {
                Optional<Verdict.Broken> broken = rowsBefore(walk, seal)
                        .or(() -> walk.step(seal))
                        .or(() -> seal.dropped() ? Optional.empty() : rows(seal));
                if (broken.isPresent()) {
                    return broken.get();
                }
                missing.remove(walk.head());
            }
            if (page.size() < SEALS) {
                return rowsOfRange(walk).<Verdict>map(broken -> broken).orElseGet(() -> end(walk, missing));
            }
        }
    }

    private static Verdict end(SealWalk walk, Set<String> missing) {
        return missing.isEmpty()
                ? new Verdict.Whole(walk.head())
                : walk.broken("the chain does not hold " + String.join(", ", missing));
    }

    /** All months of a range are read before the next range begins. */
    private Optional<Verdict.Broken> rowsBefore(SealWalk walk, Seal next) {
        return walk.leaves(next) ? rowsOfRange(walk) : Optional.empty();
    }

    /**
     * No row may stand in a sealed range that none of its seals holds, such as one with the time of another month; nor before
     * the first range, where the server writes none.
     */
    private Optional<Verdict.Broken> rowsOfRange(SealWalk walk) {
        if (walk.number() == 0) {
            return Optional.empty();
        }
        long from = walk.from() == 0 ? Long.MIN_VALUE : walk.from();
        long found = await(pool.preparedQuery(walk.table().count())
                .execute(Tuple.of(from, walk.to()))
                .map(rows -> rows.iterator().next().getLong("rows")));
        return found == walk.rows()
                ? Optional.empty()
                : Optional.of(walk.broken("%d rows are sealed, %d stand there".formatted(walk.rows(), found)));
    }

    private Optional<Verdict.Broken> rows(Seal seal) {
        RowSum now = await(seals.sum(pool, seal.table(), seal.from(), seal.to(), seal.month()));
        if (now.equals(seal.sum())) {
            return Optional.empty();
        }
        String what = now.rows() == seal.sum().rows()
                ? "of %d rows at least one was changed".formatted(now.rows())
                : "%d rows are sealed, %d stand there".formatted(seal.sum().rows(), now.rows());
        return Optional.of(new Verdict.Broken(seal.table(), seal.number(), seal.from(), seal.to(), what));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
