package org.shouwang.sync.operation;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.shouwang.platform.http.Unavailable;
import org.shouwang.platform.record.Races;

/** Failures that pass: lost races and deadlocks are tried again at once, an overloaded database is left alone. */
final class Passing {

    private static final int ATTEMPTS = 3;

    private Passing() {}

    static <T> Uni<T> again(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(Races::isLost)
                .retry()
                .atMost(ATTEMPTS - 1);
    }

    /** A race that is lost again and again is none: something always stands against it. */
    static boolean isPassing(Throwable failure) {
        return Unavailable.isCauseOf(failure);
    }
}
