package org.shouwang.platform.operation;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shouwang.platform.Caller;
import org.shouwang.platform.openapi.SchemaName;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Stored;

/**
 * A type of operation that is nothing but a call of its use case.
 *
 * @param schema as {@link OperationHandler#schema}
 * @param needed records that must be there, beside the one that it is about
 * @param restricted as {@link OperationHandler#restricted}
 * @param aboutRecord whether the one that it is about must be there too
 */
public record OperationType<F>(
        String type,
        Class<F> form,
        String schema,
        FormId formId,
        List<String> moments,
        Optional<String> uncertainty,
        boolean makesRecord,
        boolean aboutRecord,
        Function<F, Collection<UUID>> needed,
        boolean restricted,
        Work<F> work)
        implements OperationHandler<F> {

    /** Does it, as {@link OperationHandler#apply} says. */
    public interface Work<F> {
        Uni<Result<Effect>> on(Operation operation, F form, Caller caller);
    }

    /** The same of a use case that answers what it stored. */
    public interface Storing<F, T> {
        Uni<Result<Stored<T>>> on(Operation operation, F form, Caller caller);
    }

    /** A record that is made offline, as by PUT. */
    public static <F> OperationType<F> making(String type, Class<F> form, Work<F> work) {
        return new OperationType<>(
                type,
                form,
                SchemaName.of(form),
                FormId.NONE,
                List.of(),
                Optional.empty(),
                true,
                false,
                none -> List.of(),
                false,
                work);
    }

    /** The same, answered with what was stored. */
    public static <F, T> OperationType<F> making(String type, String kind, Class<F> form, Storing<F, T> use) {
        return making(type, form, stored(kind, use));
    }

    /** Something that is done to a record that is there. */
    public static <F> OperationType<F> doing(String type, Class<F> form, Work<F> work) {
        return new OperationType<>(
                type,
                form,
                SchemaName.of(form),
                FormId.NONE,
                List.of(),
                Optional.empty(),
                false,
                true,
                none -> List.of(),
                false,
                work);
    }

    /** The same, answered with what was stored. */
    public static <F, T> OperationType<F> doing(String type, String kind, Class<F> form, Storing<F, T> use) {
        return doing(type, form, stored(kind, use));
    }

    private static <F, T> Work<F> stored(String kind, Storing<F, T> use) {
        return (operation, form, caller) ->
                use.on(operation, form, caller).map(result -> result.map(stored -> Effect.of(kind, stored)));
    }

    /** With a form that names an id. */
    public OperationType<F> with(FormId id) {
        return new OperationType<>(
                type, form, schema, id, moments, uncertainty, makesRecord, aboutRecord, needed, restricted, work);
    }

    /** With the name of the schema that has its fields, where that is not the form's. */
    public OperationType<F> described(String name) {
        return new OperationType<>(
                type, form, name, formId, moments, uncertainty, makesRecord, aboutRecord, needed, restricted, work);
    }

    /** With these fields that hold moments of the phone's clock. */
    public OperationType<F> at(String... fields) {
        return new OperationType<>(
                type,
                form,
                schema,
                formId,
                List.of(fields),
                uncertainty,
                makesRecord,
                aboutRecord,
                needed,
                restricted,
                work);
    }

    /** With the field that says that the moments could not be corrected. */
    public OperationType<F> flagged(String field) {
        return new OperationType<>(
                type,
                form,
                schema,
                formId,
                moments,
                Optional.of(field),
                makesRecord,
                aboutRecord,
                needed,
                restricted,
                work);
    }

    /** With records that must be there before. */
    public OperationType<F> needing(Function<F, Collection<UUID>> records) {
        return new OperationType<>(
                type, form, schema, formId, moments, uncertainty, makesRecord, aboutRecord, records, restricted, work);
    }

    /** That says by its being there what is of class R. */
    public OperationType<F> ofClassR() {
        return new OperationType<>(
                type, form, schema, formId, moments, uncertainty, makesRecord, aboutRecord, needed, true, work);
    }

    @Override
    public Collection<UUID> needs(UUID record, F asked) {
        return Stream.concat(aboutRecord ? Stream.of(record) : Stream.of(), needed.apply(asked).stream())
                .toList();
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, F asked, Caller caller) {
        return work.on(operation, asked, caller);
    }
}
