package org.shouwang.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.shouwang.platform.problem.Problem;

/** Problem documents for what never reaches a resource: bodies that are too large and addresses that do not exist. */
@Singleton
class RouteProblems {

    private final ProblemWriter writer;

    RouteProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    void register(@Observes Router router) {
        router.errorHandler(404, context -> answer(context, Problem.NOT_FOUND));
        router.errorHandler(413, context -> answer(context, Problem.TOO_LARGE));
    }

    private void answer(RoutingContext context, Problem problem) {
        List<Locale> acceptable = context.acceptableLanguages().stream()
                .map(language -> Locale.forLanguageTag(language.tag()))
                .toList();
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemWriter.MEDIA_TYPE)
                .end(Json.encodeToBuffer(writer.document(problem, List.of(), Messages.preferred(acceptable))));
    }
}
