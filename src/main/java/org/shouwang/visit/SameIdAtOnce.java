package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Two requests under one new id at the same moment: the database lets one in, the other failed on the primary key with
 * nothing written. Asked again it finds the first one and is answered like any repeated request.
 */
final class SameIdAtOnce {

    private static final String KEY = "visit_pkey";

    private SameIdAtOnce() {}

    /** Does the work, once more when another request took its id meanwhile. */
    static <T> Uni<T> again(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .deferred(work)
                .onFailure(SameIdAtOnce::tookId)
                .retry()
                .atMost(1);
    }

    private static boolean tookId(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation && KEY.equals(violation.getConstraintName())) {
                return true;
            }
        }
        return false;
    }
}
