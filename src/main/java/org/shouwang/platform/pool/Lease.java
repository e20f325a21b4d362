package org.shouwang.platform.pool;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Something that was taken for a piece of work and is given back when the work ends, not when its caller goes away. */
final class Lease {

    private Lease() {}

    static <T> Uni<T> of(Supplier<Uni<T>> work, Runnable giveBack) {
        return Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(giveBack)
                .memoize()
                .indefinitely();
    }
}
