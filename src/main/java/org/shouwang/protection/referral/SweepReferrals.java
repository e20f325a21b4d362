package org.shouwang.protection.referral;

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
 * Reminds of referrals that wait, and tells those above. Each is a transaction of its own: one that fails waits for ten minutes and
 * stops no other; one that has only lost a race is looked at again at once.
 */
@Singleton
class SweepReferrals implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(SweepReferrals.class);
    private static final int BATCH = 50;
    private static final Duration POSTPONED = Duration.ofMinutes(10);

    private static final String DUE =
            "select referral_id from referral_watch where next_look_at <= $1 order by next_look_at limit $2";

    private static final String POSTPONE =
            "update referral_watch set next_look_at = $2 where referral_id = $1 and next_look_at < $2";

    private final Pool pool;
    private final RemindOfReferral remind;
    private final Clock clock;

    SweepReferrals(Pool pool, RemindOfReferral remind, Clock clock) {
        this.pool = pool;
        this.remind = remind;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-referrals";
    }

    /** After incidents, before the summaries. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    /** Answers how many referrals were looked at. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::batch);
    }

    private Uni<Integer> batch() {
        Instant now = clock.instant();
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("referral_id"))
                        .toList())
                .chain(due -> Batches.oneByOne(
                        due,
                        id -> Races.again(() -> Panache.withTransaction(() -> remind.at(id, now))),
                        (id, failure) -> putOff(id, now, failure)));
    }

    private Uni<Void> putOff(UUID id, Instant now, Throwable failure) {
        LOG.errorf("Referral %s cannot be looked at (%s): it waits for ten minutes", id, FailureKind.of(failure));
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(id, now.plus(POSTPONED).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
