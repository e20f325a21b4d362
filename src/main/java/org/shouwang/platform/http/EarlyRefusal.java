package org.shouwang.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.shouwang.platform.problem.Refusal;

/** Answers a request with a problem document before its body is kept or read: as little work as a refusal can be. */
@Singleton
public class EarlyRefusal {

    /** Where handlers that refuse early stand: behind the request's id and its line in the log. */
    public static final int ORDER = Integer.MIN_VALUE + 1;

    private final ProblemDocuments documents;

    EarlyRefusal(ProblemDocuments documents) {
        this.documents = documents;
    }

    /** Discards what the client still sends, then answers; a client that is cut off while it sends reads no answer. */
    public void refuse(RoutingContext context, Refusal refusal) {
        context.request().handler(discarded -> {}).endHandler(read -> answer(context, refusal));
        context.request().resume();
    }

    private void answer(RoutingContext context, Refusal refusal) {
        List<Locale> acceptable = context.acceptableLanguages().stream()
                .map(language -> Locale.forLanguageTag(language.tag()))
                .toList();
        Locale locale = Messages.preferred(acceptable);
        ProblemDocument document = documents.of(refusal, locale);
        HttpServerResponse response = context.response()
                .setStatusCode(document.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemWriter.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        ProblemWriter.retryAfter(refusal)
                .ifPresent(seconds -> response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        response.end(Json.encodeToBuffer(document));
    }
}
