package org.shouwang.platform.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;

/** Refuses a body that says it is too large, with a problem document and before any of it is kept. */
@Singleton
class BodyLimit implements Handler<RoutingContext> {

    /** Where a request carries the limit of its path for {@link BodyCount}. */
    static final String LIMIT = "shouwang.body-limit";

    private final BodyLimits limits;
    private final EarlyRefusal refusals;

    BodyLimit(BodyLimits limits, EarlyRefusal refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    void register(@Observes Router router) {
        router.route().order(EarlyRefusal.ORDER).handler(this);
    }

    @Override
    public void handle(RoutingContext context) {
        long length = length(context.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        long limit = limits.of(context.normalizedPath());
        context.put(LIMIT, limit);
        if (length <= limit) {
            context.next();
            return;
        }
        refusals.refuse(context, Refusal.of(Problem.TOO_LARGE));
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
