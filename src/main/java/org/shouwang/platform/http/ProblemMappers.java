package org.shouwang.platform.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;

/** Every way in which a request can fail, as a problem document. */
final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemWriter writer;
    private final ProblemDocuments documents;

    ProblemMappers(ProblemWriter writer, ProblemDocuments documents) {
        this.writer = writer;
        this.documents = documents;
    }

    @ServerExceptionMapper
    public Response refused(ProblemException exception, HttpHeaders headers) {
        return writer.write(exception.refusal(), headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response notSignedIn(SecurityException exception, HttpHeaders headers) {
        return writer.write(Refusal.of(Problem.NOT_SIGNED_IN), headers);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException exception, HttpHeaders headers) {
        return writer.write(Refusal.of(Problem.ROLE_FORBIDDEN), headers);
    }

    /** The second type is named because Quarkus brings a mapper of its own for it, which would win. */
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    public Response unreadable(JacksonException exception, HttpHeaders headers) {
        return unreadableJson(exception, headers);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException exception, HttpHeaders headers) {
        Locale locale = Messages.preferred(headers.getAcceptableLanguages());
        return writer.write(documents.of(exception, locale), locale);
    }

    @ServerExceptionMapper
    public Response byStatus(WebApplicationException exception, HttpHeaders headers) {
        if (exception.getCause() instanceof ProblemException refused) {
            return refused(refused, headers);
        }
        if (exception.getCause() instanceof JacksonException unreadable) {
            return unreadableJson(unreadable, headers);
        }
        return writer.write(Refusal.of(problem(exception.getResponse().getStatus())), headers);
    }

    /** Bytes that are no text in any encoding that JSON may have. */
    @ServerExceptionMapper
    public Response unreadable(CharConversionException exception, HttpHeaders headers) {
        return writer.write(Refusal.of(Problem.MALFORMED_REQUEST), headers);
    }

    /** What Vert.x refuses before a resource is found, a broken percent-escape for example. */
    @ServerExceptionMapper
    public Response refused(HttpException exception, HttpHeaders headers) {
        return writer.write(Refusal.of(problem(exception.getStatusCode())), headers);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable exception, HttpHeaders headers) {
        if (Unavailable.isCauseOf(exception)) {
            return writer.write(Refusal.of(Problem.OVERLOADED), headers);
        }
        Optional<String> state = DataException.stateIn(exception);
        if (state.isPresent()) {
            LOG.warnf("the database refused a value, SQLSTATE %s", state.get());
            return writer.write(Refusal.of(Problem.MALFORMED_REQUEST), headers);
        }
        LOG.error("unexpected failure", exception);
        return writer.write(Refusal.of(Problem.INTERNAL_ERROR), headers);
    }

    private Response unreadableJson(JacksonException exception, HttpHeaders headers) {
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refused) {
                return refused(refused, headers);
            }
        }
        Locale locale = Messages.preferred(headers.getAcceptableLanguages());
        return writer.write(documents.of(exception, locale), locale);
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 401 -> Problem.NOT_SIGNED_IN;
            case 403 -> Problem.ROLE_FORBIDDEN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 406 -> Problem.NOT_ACCEPTABLE;
            case 413 -> Problem.TOO_LARGE;
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> Problem.OVERLOADED;
            default -> status < 500 ? Problem.MALFORMED_REQUEST : Problem.INTERNAL_ERROR;
        };
    }
}
