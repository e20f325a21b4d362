package org.shouwang.notification.gateway;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings results back to the Vert.x context that asked for them: sessions and connections are bound to it. */
final class OnCallersContext {

    private OnCallersContext() {}

    static <T> Uni<T> of(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            return caller == null ? work : work.emitOn(task -> caller.runOnContext(ignored -> task.run()));
        });
    }
}
