package org.shouwang.platform.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Problem;

/** Refuses a body that says it is too large, with a problem document and before any of it is kept. */
@Singleton
class BodyLimit implements Handler<RoutingContext> {

    /** Where a request carries the limit of its path for {@link BodyCount}. */
    static final String LIMIT = "shouwang.body-limit";

    private final BodyLimits limits;
    private final ProblemWriter writer;

    BodyLimit(BodyLimits limits, ProblemWriter writer) {
        this.limits = limits;
        this.writer = writer;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(this);
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
        context.request().handler(discarded -> {}).endHandler(read -> refuse(context));
        context.request().resume();
    }

    private void refuse(RoutingContext context) {
        List<Locale> acceptable = context.acceptableLanguages().stream()
                .map(language -> Locale.forLanguageTag(language.tag()))
                .toList();
        ProblemDocument document = writer.document(Problem.TOO_LARGE, List.of(), Messages.preferred(acceptable));
        context.response()
                .setStatusCode(document.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemWriter.MEDIA_TYPE)
                .end(Json.encodeToBuffer(document));
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
