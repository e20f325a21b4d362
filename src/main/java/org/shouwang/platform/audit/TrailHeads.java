package org.shouwang.platform.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.shouwang.platform.LocalDays;

/**
 * Tells outside the database where the chains end: once a day as a log line, which is shipped off the machine, so that a chain
 * that was cut or made anew does not pass.
 */
@Singleton
class TrailHeads {

    /** Lines of this category are kept off the machine: table, number and chained value of the last seal. */
    private static final Logger HEAD = Logger.getLogger("org.shouwang.audit.head");

    private final Pool pool;
    private final SealRows seals;
    private final Clock clock;
    private final Map<SealedTable, LocalDate> told = new ConcurrentHashMap<>();

    TrailHeads(Pool pool, SealRows seals, Clock clock) {
        this.pool = pool;
        this.seals = seals;
        this.clock = clock;
    }

    /** Looks after each run of the sealer, whichever node sealed. */
    Uni<Void> look(SealedTable table) {
        return seals.last(pool, table)
                .invoke(last -> last.ifPresent(this::tell))
                .replaceWithVoid();
    }

    private void tell(Seal last) {
        LocalDate today = LocalDays.today(clock);
        if (!today.equals(told.put(last.table(), today))) {
            HEAD.infof("%s:%d:%s", last.table().table(), last.number(), last.chained());
        }
    }
}
