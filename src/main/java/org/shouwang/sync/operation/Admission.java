package org.shouwang.sync.operation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;
import org.shouwang.platform.pool.OneEach;
import org.shouwang.platform.pool.Places;
import org.shouwang.platform.problem.Result;

/**
 * Lets in as many batches at once as the pool can carry: a batch holds one connection and asks for a second one now and then.
 * One worker has one batch under way.
 */
@Singleton
class Admission {

    private final OneEach turns = new OneEach();
    private final Places places;

    Admission(OperationConfig config) {
        this.places = new Places(config.concurrentBatches(), config.retrySoonest(), config.retrySpread());
    }

    /** Refused with 429 while a batch of the same worker is under way, with 503 while too many are. */
    <T> Uni<Result<T>> admit(UUID workerId, Supplier<Uni<Result<T>>> batch) {
        return turns.alone(workerId, () -> places.within(batch));
    }
}
