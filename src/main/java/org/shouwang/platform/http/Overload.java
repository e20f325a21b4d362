package org.shouwang.platform.http;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Recognises the failures that mean "too much at once": a full pool queue, a connection or statement time-out. */
final class Overload {

    private static final String STATEMENT_CANCELLED = "57014";
    private static final String POOL_TIMEOUT = "Timeout";

    private Overload() {}

    static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOverload(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOverload(Throwable cause) {
        if (cause instanceof PgException refused) {
            return STATEMENT_CANCELLED.equals(refused.getSqlState());
        }
        if (cause instanceof NoStackTraceThrowable) {
            return POOL_TIMEOUT.equals(cause.getMessage());
        }
        return cause instanceof ConnectionPoolTooBusyException
                || cause instanceof ClosedConnectionException
                || cause instanceof TimeoutException;
    }
}
