package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Blocking work on a few threads of its own: some may wait for a thread, the rest is refused at once. */
final class BoundedWork {

    private final WorkerExecutor threads;
    private final Semaphore places;

    BoundedWork(Vertx vertx, String name, int atOnce, int waiting) {
        this.threads = vertx.createSharedWorkerExecutor(name, atOnce);
        this.places = new Semaphore(atOnce + waiting);
    }

    /** Does the work and answers on the caller's context; refused as {@code OVERLOADED} when no place is free. */
    <T> Uni<Result<T>> run(Callable<T> work) {
        return Uni.createFrom()
                .deferred(() -> places.tryAcquire()
                        ? threads.executeBlocking(() -> leaving(work), false).map(Result::ok)
                        : Uni.createFrom().item(Result.refused(Problem.OVERLOADED)));
    }

    /** The work gives its place back, not its caller, who may have gone away while it waits. */
    private <T> T leaving(Callable<T> work) throws Exception {
        try {
            return work.call();
        } finally {
            places.release();
        }
    }
}
