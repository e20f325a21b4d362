package org.shouwang.protection.incident;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.background.Batches;

/**
 * Passes incidents that nobody has taken a step up, and asks for reports that nobody has made. Each is a transaction of its own:
 * one that fails waits for ten minutes and stops no other. Goes before all other work of the background.
 */
@Singleton
class SweepIncidents implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(SweepIncidents.class);
    private static final int BATCH = 50;
    private static final Duration POSTPONED = Duration.ofMinutes(10);

    private static final String DUE = """
            select incident_id from incident_alarm
            where least(next_look_at, report_look_at) <= $1 and (next_look_at is not null or report_look_at is not null)
            order by least(next_look_at, report_look_at)
            limit $2
            """;
    private static final String POSTPONE = """
            update incident_alarm
            set next_look_at = case when next_look_at < $2 then $2 else next_look_at end,
                report_look_at = case when report_look_at < $2 then $2 else report_look_at end
            where incident_id = $1
            """;

    private final Pool pool;
    private final LookAgain lookAgain;
    private final Clock clock;

    SweepIncidents(Pool pool, LookAgain lookAgain, Clock clock) {
        this.pool = pool;
        this.lookAgain = lookAgain;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-incidents";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    /** Answers how many incidents were looked at. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::batch);
    }

    private Uni<Integer> batch() {
        Instant now = clock.instant();
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("incident_id"))
                        .toList())
                .chain(due -> Batches.oneByOne(
                        due,
                        id -> Panache.withTransaction(() -> lookAgain.at(id, now)),
                        (id, cause) -> putOff(id, now, cause)));
    }

    private Uni<Void> putOff(UUID id, Instant now, Throwable cause) {
        LOG.errorf("Incident %s cannot be passed up (%s): it waits for ten minutes", id, FailureKind.of(cause));
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(id, now.plus(POSTPONED).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
