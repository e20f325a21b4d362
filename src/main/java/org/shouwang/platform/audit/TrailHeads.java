package org.shouwang.platform.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.shouwang.platform.LocalDays;

/**
 * Where the chains end, told outside the database: once a day as a log line, which is shipped off the machine, so that a chain
 * that was cut or made anew does not pass; and how old the oldest row is that no seal holds, as a metric.
 */
@Singleton
class TrailHeads {

    /** Lines of this category are kept off the machine: table, number and chained value of the last seal. */
    private static final Logger HEAD = Logger.getLogger("org.shouwang.audit.head");

    private final Pool pool;
    private final SealRows seals;
    private final Clock clock;
    private final Map<SealedTable, Instant> unsealedSince = new ConcurrentHashMap<>();
    private final Map<SealedTable, LocalDate> told = new ConcurrentHashMap<>();

    TrailHeads(Pool pool, SealRows seals, Clock clock, MeterRegistry meters) {
        this.pool = pool;
        this.seals = seals;
        this.clock = clock;
        for (SealedTable table : SealedTable.values()) {
            unsealedSince.put(table, clock.instant());
            Gauge.builder("shouwang.audit.unsealed.age", () -> age(table))
                    .baseUnit("seconds")
                    .description("Age of the oldest row that no seal holds; it also grows while sealing does not run")
                    .tag("table", table.table())
                    .register(meters);
        }
    }

    /** Looks after each run of the sealer, whichever node sealed. */
    Uni<Void> look(SealedTable table) {
        return seals.last(pool, table)
                .call(last -> oldest(table, last.map(Seal::to).orElse(0L)))
                .invoke(last -> last.ifPresent(this::tell))
                .replaceWithVoid();
    }

    private Uni<Void> oldest(SealedTable table, long from) {
        return pool.preparedQuery(table.oldestFrom())
                .execute(Tuple.of(from))
                .map(rows -> moment(rows.iterator().next()).orElseGet(clock::instant))
                .invoke(since -> unsealedSince.put(table, since))
                .replaceWithVoid();
    }

    private static Optional<Instant> moment(Row row) {
        return Optional.ofNullable(row.getOffsetDateTime("oldest")).map(OffsetDateTime::toInstant);
    }

    private void tell(Seal last) {
        LocalDate today = LocalDays.today(clock);
        if (!today.equals(told.put(last.table(), today))) {
            HEAD.infof("%s:%d:%s", last.table().table(), last.number(), last.chained());
        }
    }

    private double age(SealedTable table) {
        Instant since = unsealedSince.getOrDefault(table, clock.instant());
        return Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
