package org.shouwang.platform.pool;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings results back to the Vert.x context that asked for them: sessions and connections are bound to it. */
public final class OnCallersContext {

    private OnCallersContext() {}

    /** The same work, its result on the context that subscribed. */
    public static <T> Uni<T> of(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            return caller == null ? work : work.emitOn(task -> caller.runOnContext(ignored -> task.run()));
        });
    }
}
