package org.shouwang.platform.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in every answer what time it is here (RFC 9110, 6.6.1): phones measure their clocks by it. */
@Singleton
class ServerDate implements Handler<RoutingContext> {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;

    ServerDate(Clock clock) {
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this);
    }

    @Override
    public void handle(RoutingContext context) {
        context.addHeadersEndHandler(begun -> context.response().putHeader("Date", HTTP_DATE.format(clock.instant())));
        context.next();
    }
}
