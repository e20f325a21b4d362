package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** So much at the same time and no more: whoever finds no place is refused at once, before any work is done. */
final class Places {

    private final Semaphore free;

    Places(int places) {
        this.free = new Semaphore(places);
    }

    boolean areTaken() {
        return free.availablePermits() == 0;
    }

    /**
     * Does the work in a place of its own; refused as {@code OVERLOADED} when none is free. The place is given back when
     * the work ends, not when its caller goes away.
     */
    <T> Uni<Result<T>> within(Supplier<Uni<Result<T>>> work) {
        return Uni.createFrom()
                .deferred(() -> free.tryAcquire()
                        ? Uni.createFrom()
                                .deferred(work::get)
                                .onTermination()
                                .invoke(free::release)
                                .memoize()
                                .indefinitely()
                        : Uni.createFrom().item(Result.refused(Problem.OVERLOADED)));
    }
}
