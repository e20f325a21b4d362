package org.shouwang.sync;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.pool.OneEach;
import org.shouwang.platform.pool.Places;
import org.shouwang.platform.problem.Result;

/**
 * After a restore every phone pulls from the start at the same moment. Such pulls are served in turn, so many at once, before
 * anything is read for them; whoever only asks what changed does not notice. A page keeps its place no longer than it takes,
 * so that whoever comes back when told gets on. One worker asks one thing at a time.
 */
@Singleton
class PullAdmission {

    private final OneEach turns = new OneEach();
    private final Places places;
    private final SealedCursors cursors;

    PullAdmission(FeedConfig config, SealedCursors cursors) {
        this.places = new Places(config.concurrentPulls(), config.retrySoonest(), config.retrySpread());
        this.cursors = cursors;
    }

    /** Lets a page in: refused with 429 while the same worker asks something else, with 503 when a first pull finds no place. */
    <T> Uni<Result<T>> page(UUID workerId, @Nullable String cursor, Supplier<Uni<Result<T>>> page) {
        return cursors.isOfFullPull(cursor) ? dear(workerId, page) : turns.alone(workerId, page);
    }

    /** Lets in what may read all that a phone holds: refused with 429 and 503 in the same way. */
    <T> Uni<Result<T>> dear(UUID workerId, Supplier<Uni<Result<T>>> work) {
        return turns.alone(workerId, () -> places.within(work));
    }
}
