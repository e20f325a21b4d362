package org.shouwang.register.name;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.background.Batches;

/**
 * Writes missing search keys, some a transaction: of children of earlier releases, of imports, of changed names. A killed node
 * loses its open batch, which any other takes up. What fails alone waits, and holds up nobody else.
 */
@Singleton
class FillSearchKeys implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(FillSearchKeys.class);

    static final int BATCH = 200;

    private static final Duration POSTPONED = Duration.ofDays(1);

    private final SearchKeys keys;
    private final Pool pool;
    private final Clock clock;

    FillSearchKeys(SearchKeys keys, Pool pool, Clock clock) {
        this.keys = keys;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fill-search-keys";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::batch);
    }

    private Uni<Integer> batch() {
        Instant now = clock.instant();
        return pool.withTransaction(transaction -> keys.fill(transaction, now, BATCH))
                .onFailure()
                .recoverWithUni(() -> oneByOne(now));
    }

    private Uni<Integer> oneByOne(Instant now) {
        return keys.due(pool, now, BATCH).chain(due -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(
                        child -> pool.withTransaction(transaction -> keys.fillOne(transaction, now, child))
                                .onFailure()
                                .recoverWithUni(cause -> postponed(child, now, cause)))
                .collect()
                .with(Collectors.summingInt(written -> written)));
    }

    private Uni<Integer> postponed(UUID child, Instant now, Throwable cause) {
        LOG.errorf("Search keys of child %s cannot be written (%s): they wait for a day", child, FailureKind.of(cause));
        return keys.postpone(pool, child, now.plus(POSTPONED)).replaceWith(1);
    }
}
