package org.shouwang.platform.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.RequestId;
import org.shouwang.platform.http.ProblemDocument.FieldProblem;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Violation;

/** Turns a refusal into a problem document in the caller's language. */
@Singleton
class ProblemWriter {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Messages messages;

    ProblemWriter(Messages messages) {
        this.messages = messages;
    }

    Response write(Refusal refusal, HttpHeaders headers) {
        Locale locale = Messages.preferred(headers.getAcceptableLanguages());
        List<FieldProblem> violations = refusal.violations().stream()
                .map(violation -> sentence(violation, locale))
                .toList();
        return write(refusal, violations, locale);
    }

    Response write(Problem problem, List<FieldProblem> violations, Locale locale) {
        return write(Refusal.of(problem), violations, locale);
    }

    private Response write(Refusal refusal, List<FieldProblem> violations, Locale locale) {
        Response.ResponseBuilder response = Response.status(refusal.problem().status())
                .type(MEDIA_TYPE)
                .language(locale)
                .entity(document(refusal.problem(), violations, refusal.existing(), locale));
        retryAfter(refusal).ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }

    /** Whole seconds after which the request may be sent again, for refusals that pass. */
    static OptionalLong retryAfter(Refusal refusal) {
        Duration wait =
                refusal.retryAfter() == null && refusal.problem() == Problem.OVERLOADED ? BUSY : refusal.retryAfter();
        return wait == null
                ? OptionalLong.empty()
                : OptionalLong.of(wait.plusMillis(999).toSeconds());
    }

    ProblemDocument document(Problem problem, List<FieldProblem> violations, Locale locale) {
        return document(problem, violations, null, locale);
    }

    private ProblemDocument document(
            Problem problem, List<FieldProblem> violations, @Nullable UUID existing, Locale locale) {
        return new ProblemDocument(
                problem.type(),
                messages.text(locale, "problem." + problem.slug() + ".title"),
                problem.status(),
                messages.text(locale, "problem." + problem.slug() + ".detail"),
                RequestId.current(),
                violations,
                existing);
    }

    FieldProblem unreadable(String field, Locale locale) {
        return new FieldProblem(field, "readable", messages.text(locale, "rule.readable"));
    }

    private FieldProblem sentence(Violation violation, Locale locale) {
        Object[] values = violation.values().toArray();
        return new FieldProblem(
                violation.field(), violation.rule(), messages.text(locale, "rule." + violation.rule(), values));
    }
}
