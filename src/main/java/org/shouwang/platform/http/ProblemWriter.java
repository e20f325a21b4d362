package org.shouwang.platform.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;

/** Answers a request with a problem document in the caller's language. */
@Singleton
class ProblemWriter {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final ProblemDocuments documents;

    ProblemWriter(ProblemDocuments documents) {
        this.documents = documents;
    }

    Response write(Refusal refusal, HttpHeaders headers) {
        Locale locale = Messages.preferred(headers.getAcceptableLanguages());
        Response.ResponseBuilder response = answer(documents.of(refusal, locale), locale);
        retryAfter(refusal).ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }

    Response write(ProblemDocument document, Locale locale) {
        return answer(document, locale).build();
    }

    private static Response.ResponseBuilder answer(ProblemDocument document, Locale locale) {
        return Response.status(document.status())
                .type(MEDIA_TYPE)
                .language(locale)
                .entity(document);
    }

    /** Whole seconds after which the request may be sent again, for refusals that pass. */
    static OptionalLong retryAfter(Refusal refusal) {
        Duration wait =
                refusal.retryAfter() == null && refusal.problem() == Problem.OVERLOADED ? BUSY : refusal.retryAfter();
        return wait == null
                ? OptionalLong.empty()
                : OptionalLong.of(wait.plusMillis(999).toSeconds());
    }
}
