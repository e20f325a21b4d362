package org.shouwang.platform.background;

import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets only so many pieces of work run at once. The others wait, the smallest order first, then who came first. */
final class Turns {

    private final int atOnce;
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparingInt(Waiting::order).thenComparingLong(Waiting::arrival));
    private int running;
    private long arrivals;

    Turns(int atOnce) {
        this.atOnce = atOnce;
    }

    private record Waiting(int order, long arrival, Runnable begin) {}

    /** Does the work when its turn comes; whatever becomes of it, the turn is given back. */
    <T> Uni<T> take(int order, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .<Void>emitter(turn -> arrive(order, () -> turn.complete(null)))
                .chain(() ->
                        Uni.createFrom().<T>deferred(work::get).onTermination().invoke(this::leave));
    }

    private void arrive(int order, Runnable begin) {
        synchronized (this) {
            if (running == atOnce) {
                waiting.add(new Waiting(order, arrivals++, begin));
                return;
            }
            running++;
        }
        begin.run();
    }

    private void leave() {
        Waiting next = next();
        if (next != null) {
            next.begin().run();
        }
    }

    private synchronized @Nullable Waiting next() {
        Waiting next = waiting.poll();
        if (next == null) {
            running--;
        }
        return next;
    }
}
