package org.shouwang.platform.http;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the failures that pass: a full pool queue, a time-out, a lost deadlock, a database that is away for a moment. The
 * same request may be sent again later.
 */
public final class Unavailable {

    /** Serialisation, deadlock, too many connections, lock or statement time-out, shutdown, crash, start-up. */
    private static final Set<String> PASSING =
            Set.of("40001", "40P01", "53300", "55P03", "57014", "57P01", "57P02", "57P03");

    /** What the pool says when no connection came free in time: one for a query, one for a connection of one's own. */
    private static final Set<String> POOL_TIMEOUTS = Set.of("Timeout waiting for connection", "Timeout");

    /** What a connection says that was closed from the other side while nobody looked. */
    private static final String CLOSED = "Connection is not active now";

    private Unavailable() {}

    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isPassing(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(Throwable cause) {
        if (cause instanceof PgException refused) {
            return PASSING.contains(refused.getSqlState());
        }
        if (cause instanceof SQLException refused && refused.getSQLState() != null) {
            return PASSING.contains(refused.getSQLState());
        }
        return isPoolTrouble(cause)
                || cause instanceof ConnectionPoolTooBusyException
                || cause instanceof ClosedConnectionException
                || cause instanceof SocketException
                || cause instanceof TimeoutException;
    }

    private static boolean isPoolTrouble(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return (cause instanceof NoStackTraceThrowable || cause instanceof VertxException)
                && (POOL_TIMEOUTS.contains(message) || message.startsWith(CLOSED));
    }
}
