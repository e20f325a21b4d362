package org.shouwang.register;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.background.Batches;

/**
 * Writes missing search keys, some a transaction: of children of earlier releases, of imports, of changed names. A killed node
 * loses its open batch, which any other takes up.
 */
@Singleton
class FillSearchKeys implements BackgroundJob {

    static final int BATCH = 200;

    private final SearchKeys keys;
    private final Pool pool;

    FillSearchKeys(SearchKeys keys, Pool pool) {
        this.keys = keys;
        this.pool = pool;
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
        return Batches.untilNone(() -> pool.withTransaction(transaction -> keys.fill(transaction, BATCH)));
    }
}
