package org.shouwang.register;

import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Two requests may make the same thing at the same moment: the database lets one through. */
final class Races {

    private static final String UNIQUE_VIOLATION = "23505";

    private Races() {}

    /** Does the work again, once, when another request won the race: it then finds what the other one made. */
    static <T> Uni<T> retryLost(Supplier<Uni<T>> work) {
        return work.get().onFailure(Races::isLost).recoverWithUni(lost -> work.get());
    }

    static boolean isLost(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
