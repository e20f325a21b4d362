package org.shouwang.platform.record;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Two requests may make the same thing at the same moment: the database lets one through, the other fails on a unique key
 * with nothing written. Asked again, it finds what the first one made and is answered like any repeated request. So does one
 * that relied on something which another request has ended meanwhile, a post that was handed over for example, and one of two
 * that wait for each other.
 */
public final class Races {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";

    /** What a second attempt meets inside a larger transaction, which only its owner can begin anew. */
    private static final String TRANSACTION_IS_LOST = "25P02";

    private static final Set<String> LOST =
            Set.of(UNIQUE_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK, TRANSACTION_IS_LOST);

    private Races() {}

    /** Does the work, once more when another request won. Each attempt is a transaction of its own. */
    public static <T> Uni<T> again(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure(Races::isLost)
                .retry()
                .atMost(1);
    }

    /** Whether the same work may well succeed when it is begun anew. */
    public static boolean isLost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = state(cause);
            if (state != null && LOST.contains(state)) {
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
