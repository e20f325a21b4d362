package org.shouwang.platform.http;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises that PostgreSQL cannot take a value (SQLSTATE class 22) which no check before it has refused. */
final class DataException {

    private static final String CLASS = "22";

    private DataException() {}

    /** The state alone: the message may quote the value. */
    static Optional<String> stateIn(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = state(cause);
            if (state != null && state.startsWith(CLASS)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String state(Throwable cause) {
        if (cause instanceof PgException refused) {
            return refused.getSqlState();
        }
        return cause instanceof SQLException refused ? refused.getSQLState() : null;
    }
}
