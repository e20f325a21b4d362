package org.shouwang.platform.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises the failures that mean "too much at once": a full pool queue, a connection or statement time-out. */
final class Overload {

    private static final String STATEMENT_CANCELLED = "57014";

    private Overload() {}

    static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof io.vertx.pgclient.PgException pg && STATEMENT_CANCELLED.equals(pg.getSqlState())) {
                return true;
            }
            String message = cause.getMessage();
            if (cause instanceof io.vertx.core.impl.NoStackTraceThrowable
                    || cause instanceof java.util.concurrent.TimeoutException
                    || cause instanceof io.vertx.sqlclient.ClosedConnectionException) {
                return true;
            }
            if (message != null && message.toLowerCase(Locale.ROOT).contains("max wait queue size")) {
                return true;
            }
        }
        return false;
    }
}
