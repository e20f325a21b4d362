package org.shouwang.staff.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;

/**
 * Takes in a list of workers and tells line by line what became of it. All good lines are written in one transaction; the
 * same list again changes nothing.
 */
@Singleton
class ImportWorkers {

    private final RosterRows rows;
    private final RosterWriter writer;
    private final Pool pool;
    private final Vertx vertx;
    private final Clock clock;

    ImportWorkers(RosterRows rows, RosterWriter writer, Pool pool, Vertx vertx, Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.pool = pool;
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * What became of a list.
     *
     * @param codes the one-time codes of those who have no password yet, by worker: this answer is the only place to read them
     */
    record Taken(RosterFile file, List<LineOutcome> outcomes, Map<UUID, String> codes) {

        @Override
        public String toString() {
            return "***";
        }
    }

    Uni<Result<Taken>> take(byte[] file, Caller caller) {
        LocalDate today = LocalDays.today(clock);
        return caller.with(Right.WORKER_WRITE)
                .then(able -> vertx.executeBlocking(() -> RosterFile.read(file, today), false))
                .chain(read -> read.thenDo(list -> Races.again(
                        () -> pool.withTransaction(transaction -> taken(transaction, list, caller, today)))));
    }

    private Uni<Taken> taken(SqlClient transaction, RosterFile list, Caller caller, LocalDate today) {
        List<RosterEntry> entries = list.lines().stream()
                .map(RosterLine::entry)
                .flatMap(Optional::stream)
                .toList();
        return rows.facts(transaction, entries, today)
                .map(facts -> RosterPlanner.plan(list.lines(), facts, caller, Ids::next))
                .chain(plan ->
                        writer.write(transaction, plan, caller).map(codes -> new Taken(list, plan.outcomes(), codes)));
    }
}
