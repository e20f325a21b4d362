package org.shouwang.platform;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The id of the current request: in every log line, every problem document and every trail entry. */
public final class RequestId {

    public static final String KEY = "requestId";

    private RequestId() {}

    /** Null in background work. */
    public static @Nullable String current() {
        Object value = MDC.get(KEY);
        return value == null ? null : value.toString();
    }
}
