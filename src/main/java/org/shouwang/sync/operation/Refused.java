package org.shouwang.sync.operation;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.validation.ConstraintViolationException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.shouwang.platform.http.ProblemDocument;
import org.shouwang.platform.http.ProblemDocuments;
import org.shouwang.platform.http.ProblemException;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;

/**
 * Why an operation is not accepted.
 *
 * @param cause the failure of a request that asked for the same
 * @param document the same as a problem document, in any language
 */
record Refused(Throwable cause, Function<Locale, ProblemDocument> document) {

    static Refused of(Refusal refusal, ProblemDocuments documents) {
        return new Refused(new ProblemException(refusal), locale -> documents.of(refusal, locale));
    }

    static Refused of(Problem problem, ProblemDocuments documents) {
        return of(Refusal.of(problem), documents);
    }

    /** Of a body that cannot be read or breaks the rules of its fields; empty for every other failure. */
    static Optional<Refused> of(Throwable failure, ProblemDocuments documents) {
        if (failure instanceof JacksonException unreadable) {
            return Optional.of(new Refused(failure, locale -> documents.of(unreadable, locale)));
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return Optional.of(new Refused(failure, locale -> documents.of(invalid, locale)));
        }
        return Optional.empty();
    }
}
