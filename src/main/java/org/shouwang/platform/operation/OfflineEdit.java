package org.shouwang.platform.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Forms;
import org.shouwang.platform.openapi.SchemaName;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.BaseVersion;

/** Merges an edit that was made offline into a record, and edits the record with what is left of it. */
@Singleton
public class OfflineEdit {

    private final ObjectMapper json;
    private final Forms forms;

    OfflineEdit(ObjectMapper json, Forms forms) {
        this.json = json;
        this.forms = forms;
    }

    /**
     * The record that is edited, held until the end of the transaction.
     *
     * @param form the record as its PATCH names its fields
     * @param kinds which of the fields do not go by their value alone
     */
    public record Current(String kind, UUID id, AreaCode areaCode, int version, Object form, FieldMerge.Kinds kinds) {

        @Override
        public String toString() {
            return kind + " " + id;
        }
    }

    /** The record of an id as the caller's phone holds it, locked until the end of the transaction; empty where there is none. */
    public interface Finding {
        Uni<Optional<Current>> of(UUID id, Caller caller);
    }

    /** The use case behind a PATCH. */
    public interface Edit<P, V> {
        Uni<Result<V>> by(UUID id, Result<BaseVersion> base, P patch, Caller caller);
    }

    /**
     * A PATCH as a type of operation, merged field by field.
     *
     * @param right whoever has it where the record belongs may edit it
     */
    public <P extends Record, V extends Answers.Versioned> OperationHandler<ChangesForm> type(
            String type, Right right, Class<P> patch, Finding finding, Edit<P, V> edit) {
        return OperationType.doing(
                        type, ChangesForm.class, (operation, form, caller) -> finding.of(operation.record(), caller)
                                .chain(found -> acting(found, right, caller)
                                        .then(current -> merge(
                                                form,
                                                current,
                                                patch,
                                                changes -> edit.by(
                                                        current.id(),
                                                        Result.ok(new BaseVersion(current.version())),
                                                        changes,
                                                        caller)))))
                .described(SchemaName.of(patch));
    }

    private static Result<Current> acting(Optional<Current> found, Right right, Caller caller) {
        return found.map(current -> caller.acting(right, current.areaCode()).map(post -> current))
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND));
    }

    /**
     * Applies what agrees. Where others have changed the record and together with their changes a rule is broken, all of it is
     * in conflict.
     *
     * @param edit the use case; it is asked with what is to be changed, and for the current version
     */
    public <P extends Record, V extends Answers.Versioned> Uni<Result<Effect>> merge(
            ChangesForm asked, Current current, Class<P> patch, Function<P, Uni<Result<V>>> edit) {
        List<Violation> violations = check(asked, patch);
        if (!violations.isEmpty()) {
            return Uni.createFrom().item(Result.refused(new Refusal(Problem.INVALID, violations)));
        }
        boolean fresh = asked.baseVersion() == current.version();
        ObjectNode now = json.valueToTree(current.form());
        FieldMerge merge = FieldMerge.of(asked.changes(), now, current.kinds(), fresh);
        if (merge.apply().isEmpty()) {
            return Uni.createFrom().item(Result.ok(effect(current, current.version(), fresh, merge)));
        }
        return read(merge.apply(), patch).chain(edit::apply).map(result -> merged(result, current, fresh, merge, now));
    }

    private static <V extends Answers.Versioned> Result<Effect> merged(
            Result<V> result, Current current, boolean fresh, FieldMerge merge, ObjectNode now) {
        if (result instanceof Result.Refused<V> no && !fresh && no.refusal().problem() == Problem.INVALID) {
            return Result.ok(effect(current, current.version(), fresh, merge.withheld(now, current.kinds())));
        }
        return result.map(view -> effect(current, view.version(), fresh, merge));
    }

    /** What a PATCH would not even look at must not pass for done. */
    private static List<Violation> check(ChangesForm asked, Class<? extends Record> patch) {
        Set<String> fields = Stream.of(patch.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
        return asked.changes().entrySet().stream()
                .flatMap(change -> {
                    String field = "changes." + change.getKey();
                    if (!fields.contains(change.getKey())) {
                        return Stream.of(Violation.of(field, "editable-field"));
                    }
                    JsonNode to = change.getValue().to();
                    return to == null || to.isNull()
                            ? Stream.of(Violation.of(field + ".to", "value-needed"))
                            : Stream.of();
                })
                .toList();
    }

    private static Effect effect(Current current, int version, boolean fresh, FieldMerge merge) {
        return new Effect(current.kind(), current.id(), version, !fresh, merge.conflictOrNone());
    }

    private <P> Uni<P> read(ObjectNode changes, Class<P> patch) {
        try {
            return Uni.createFrom().item(forms.read(changes, patch));
        } catch (JsonProcessingException | ConstraintViolationException e) {
            return Uni.createFrom().failure(e);
        }
    }
}
