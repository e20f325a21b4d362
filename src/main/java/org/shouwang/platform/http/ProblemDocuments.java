package org.shouwang.platform.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.shouwang.platform.RequestId;
import org.shouwang.platform.http.ProblemDocument.FieldProblem;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Violation;

/** Writes problem documents, whoever asks for them: a request of its own or one operation among others. */
@Singleton
public class ProblemDocuments {

    /** More help nobody, and an answer stays small. */
    private static final int MOST_VIOLATIONS = 100;

    private final Messages messages;

    ProblemDocuments(Messages messages) {
        this.messages = messages;
    }

    public ProblemDocument of(Refusal refusal, Locale locale) {
        List<FieldProblem> violations = refusal.violations().stream()
                .map(violation -> sentence(violation, locale))
                .toList();
        return document(refusal, violations, locale);
    }

    /** Of JSON that cannot be read: where, if that is known; never what stood there. */
    public ProblemDocument of(JacksonException unreadable, Locale locale) {
        List<FieldProblem> where = unreadable instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? List.of(new FieldProblem(JsonPaths.of(mapping), "readable", messages.text(locale, "rule.readable")))
                : List.of();
        return document(Refusal.of(Problem.MALFORMED_REQUEST), where, locale);
    }

    /** Of values that break the rules of their own field. */
    public ProblemDocument of(ConstraintViolationException invalid, Locale locale) {
        List<FieldProblem> violations = invalid.getConstraintViolations().stream()
                .map(ProblemDocuments::violation)
                .sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::rule))
                .limit(MOST_VIOLATIONS)
                .toList();
        return document(Refusal.of(Problem.INVALID), violations, locale);
    }

    private ProblemDocument document(Refusal refusal, List<FieldProblem> violations, Locale locale) {
        Problem problem = refusal.problem();
        return new ProblemDocument(
                problem.type(),
                messages.text(locale, "problem." + problem.slug() + ".title"),
                problem.status(),
                messages.text(locale, "problem." + problem.slug() + ".detail"),
                RequestId.current(),
                violations,
                refusal.existing(),
                refusal.resendFrom());
    }

    /** What is wrong, in words. */
    public FieldProblem sentence(Violation violation, Locale locale) {
        Object[] values = violation.values().toArray();
        return new FieldProblem(
                violation.field(), violation.rule(), messages.text(locale, "rule." + violation.rule(), values));
    }

    private static FieldProblem violation(ConstraintViolation<?> violation) {
        String rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new FieldProblem(
                JsonPaths.of(violation.getPropertyPath()), JsonPaths.kebab(rule), violation.getMessage());
    }
}
