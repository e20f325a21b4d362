package org.shouwang.sync.operation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;

/**
 * Lets in as many batches at once as the pool can carry: a batch holds one connection and asks for a second one now and then.
 * One worker has one batch under way; a phone that sends again before it has heard is told to wait. The place is given back when
 * the work ends, not when its caller goes away.
 */
@Singleton
class Admission {

    private static final Duration SAME_WORKER = Duration.ofSeconds(2);
    private static final Duration FULL = Duration.ofSeconds(5);

    private final Semaphore places;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    Admission(OperationConfig config) {
        this.places = new Semaphore(config.concurrentBatches());
    }

    /** Refused with 429 while a batch of the same worker is under way, with 503 while too many are. */
    <T> Uni<Result<T>> admit(UUID workerId, Supplier<Uni<Result<T>>> batch) {
        return Uni.createFrom().deferred(() -> {
            if (!busy.add(workerId)) {
                return Uni.createFrom().item(Result.refused(Refusal.until(Problem.TOO_MANY_REQUESTS, SAME_WORKER)));
            }
            if (!places.tryAcquire()) {
                busy.remove(workerId);
                return Uni.createFrom().item(Result.refused(Refusal.until(Problem.OVERLOADED, FULL)));
            }
            return Uni.createFrom()
                    .deferred(batch::get)
                    .onTermination()
                    .invoke(() -> {
                        places.release();
                        busy.remove(workerId);
                    })
                    .memoize()
                    .indefinitely();
        });
    }
}
