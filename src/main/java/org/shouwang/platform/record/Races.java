package org.shouwang.platform.record;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
            if (UNIQUE_VIOLATION.equals(state(cause))) {
                return true;
            }
        }
        return false;
    }

    /** As Hibernate Reactive and as the reactive client say it. */
    private static @Nullable String state(Throwable cause) {
        if (cause instanceof PgException refused) {
            return refused.getSqlState();
        }
        return cause instanceof SQLException refused ? refused.getSQLState() : null;
    }
}
