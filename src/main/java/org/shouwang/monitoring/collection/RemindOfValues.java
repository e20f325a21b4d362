package org.shouwang.monitoring.collection;

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
import org.shouwang.platform.record.Races;

/**
 * Looks at periods that take values, and reminds whoever still owes some. Each is a transaction of its own: one that fails waits for ten
 * minutes and stops no other.
 */
@Singleton
class RemindOfValues implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(RemindOfValues.class);
    private static final int BATCH = 20;
    private static final Duration POSTPONED = Duration.ofMinutes(10);

    /** By collection_period_remind. */
    private static final String DUE = """
            select id from collection_period
            where closed_on is null and withdrawn_at is null and (remind_at is null or remind_at <= $1)
            order by remind_at nulls first
            limit $2
            """;

    private static final String POSTPONE =
            "update collection_period set remind_at = $2 where id = $1 and (remind_at is null or remind_at < $2)";

    private final TellOfValues tell;
    private final Pool pool;
    private final Clock clock;

    RemindOfValues(TellOfValues tell, Pool pool, Clock clock) {
        this.tell = tell;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remind-of-values";
    }

    /** Before the summaries. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Answers how many periods were looked at. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::batch);
    }

    private Uni<Integer> batch() {
        Instant now = clock.instant();
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList())
                .chain(due -> Batches.oneByOne(
                        due,
                        id -> Races.again(() -> Panache.withTransaction(() -> tell.at(id, now))),
                        (id, failure) -> putOff(id, now, failure)));
    }

    private Uni<Void> putOff(UUID id, Instant now, Throwable failure) {
        LOG.errorf("Nobody can be reminded of period %s (%s): it waits for ten minutes", id, FailureKind.of(failure));
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(id, now.plus(POSTPONED).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
