package org.shouwang.platform.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Ids;
import org.shouwang.platform.RequestId;

/** Gives every request an id, taken from {@code X-Request-Id} when a proxy sent a plain one. */
@Singleton
class RequestIds implements Handler<RoutingContext> {

    static final String HEADER = "X-Request-Id";
    private static final String UUID_OR_TRACE = "[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}";

    /** The id is written to logs: eleven digits in a row may be a phone, eighteen an identity number. */
    private static final Pattern PLAIN = Pattern.compile(UUID_OR_TRACE + "|(?!.*\\d{11})[A-Za-z0-9._-]{1,64}");

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this);
    }

    @Override
    public void handle(RoutingContext context) {
        String id = accepted(context.request().getHeader(HEADER));
        MDC.put(RequestId.KEY, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }

    static String accepted(@Nullable String sent) {
        return sent != null && PLAIN.matcher(sent).matches() ? sent : Ids.next().toString();
    }
}
