package org.shouwang.sync.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.ProblemDocument;
import org.shouwang.sync.operation.ApplyOperation.Applied;
import org.shouwang.sync.operation.KeptTexts.Kept;
import org.shouwang.sync.operation.ResultsView.OperationResult;
import org.shouwang.sync.operation.ResultsView.Reference;

/** Writes what a phone is answered. */
@Singleton
class OperationResults {

    private static final int LATER_SECONDS = 30;

    private final KeptTexts texts;
    private final StoredProblems problems;

    OperationResults(KeptTexts texts, StoredProblems problems) {
        this.texts = texts;
        this.problems = problems;
    }

    OperationResult of(OperationForm form, Applied applied, Locale locale) {
        Refused reused = applied.reused();
        if (reused != null) {
            return new OperationResult(
                    form.id(), Outcome.REJECTED, null, null, reused.document().apply(locale), null, null);
        }
        PhoneOperation stored = applied.stored();
        boolean doneBefore = applied.before() && stored.outcome.isDone();
        return new OperationResult(
                form.id(),
                doneBefore ? Outcome.DUPLICATE : stored.outcome,
                record(stored),
                conflict(stored),
                problem(stored, locale),
                stored.waitsFor,
                null);
    }

    /** Of an operation that is recorded nowhere, since nobody can tell whose it is. */
    OperationResult unreadable(JsonNode operation, Refused refused, Locale locale) {
        return new OperationResult(
                id(operation), Outcome.REJECTED, null, null, refused.document().apply(locale), null, null);
    }

    /** Of an operation that is recorded nowhere yet. */
    OperationResult later(OperationForm form, Refused refused, Locale locale) {
        return new OperationResult(
                form.id(), Outcome.RETRY, null, null, refused.document().apply(locale), null, LATER_SECONDS);
    }

    @Nullable
    ProblemDocument problem(PhoneOperation stored, Locale locale) {
        return problems.read(stored.problem, locale);
    }

    @Nullable
    ObjectNode conflict(PhoneOperation stored) {
        Kept kept = stored.outcome == Outcome.CONFLICT ? texts.kept(stored) : null;
        return kept == null ? null : kept.conflict();
    }

    static @Nullable Reference record(PhoneOperation stored) {
        return stored.kind == null || stored.recordId == null
                ? null
                : new Reference(stored.kind, stored.recordId, stored.recordVersion);
    }

    private static @Nullable UUID id(JsonNode operation) {
        try {
            return UUID.fromString(operation.path("id").asText());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
