package org.shouwang.platform.http;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.shouwang.platform.RequestId;

/**
 * One line for each answer: who asked for what, and how it ended (网络安全法 art. 21; GB/T 22239-2019 8.1.4.3 asks for the
 * user too). The route is the template, never the path, and the worker is an id: no line says anything of a person that the
 * database does not have to explain. Probes of health and metrics leave none.
 */
@Singleton
class AccessLines {

    private static final Logger LOG = Logger.getLogger("org.shouwang.access");
    private static final String NO_ROUTE = "-";
    private static final String NOBODY = "-";

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::watch);
    }

    private void watch(RoutingContext context) {
        if (!context.normalizedPath().startsWith("/q/")) {
            long started = System.nanoTime();
            context.addEndHandler(ended -> write(context, Duration.ofNanos(System.nanoTime() - started)));
        }
        context.next();
    }

    /** The answer may end on a thread that does not know the request's id any more. */
    private static void write(RoutingContext context, Duration took) {
        MDC.put(RequestId.KEY, context.response().headers().get(RequestIds.HEADER));
        LOG.infof(
                "%s %s %d %d ms worker=%s",
                context.request().method(),
                route(context),
                context.response().getStatusCode(),
                took.toMillis(),
                worker(context));
    }

    /** As RESTEasy notes it for the metrics. */
    private static String route(RoutingContext context) {
        Context request = ((HttpServerRequestInternal) context.request()).context();
        Object template = request.getLocal("UrlPathTemplate");
        return template == null ? NO_ROUTE : template.toString();
    }

    private static String worker(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : NOBODY;
    }
}
