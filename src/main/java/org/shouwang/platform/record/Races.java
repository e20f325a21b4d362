package org.shouwang.platform.record;

import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Two requests may make the same thing at the same moment: the database lets one through, the other fails on a unique key
 * with nothing written. Asked again, it finds what the first one made and is answered like any repeated request.
 */
public final class Races {

    private static final String UNIQUE_VIOLATION = "23505";

    private Races() {}

    /** Does the work, once more when another request won. Each attempt is a transaction of its own. */
    public static <T> Uni<T> again(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure(Races::isLost)
                .retry()
                .atMost(1);
    }

    private static boolean isLost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
