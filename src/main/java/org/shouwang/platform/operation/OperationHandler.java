package org.shouwang.platform.operation;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.openapi.SchemaName;
import org.shouwang.platform.problem.Result;

/**
 * One type of operation of a phone. It enters the same use case as the call of that name; there is one way in for each change.
 *
 * @param <F> what stands in the body beside the record's {@code id}: the form of that call, read and validated like a request
 */
public interface OperationHandler<F> {

    /** Name of the type, for example {@code visit.record}. */
    String type();

    Class<F> form();

    /**
     * Name of the schema in the OpenAPI document that has the fields: those of the body, of an edit those that may be changed.
     * The contract's schema of the type is made of it.
     */
    default String schema() {
        return SchemaName.of(form());
    }

    /** What the form's own field {@code id} is. */
    default FormId formId() {
        return FormId.NONE;
    }

    /** Fields of the form that hold moments of the phone's clock; they are corrected before it is read. */
    default List<String> moments() {
        return List.of();
    }

    /** The field that says that the moments could not be corrected, if the form has one. */
    default Optional<String> uncertainty() {
        return Optional.empty();
    }

    /** Whether it makes a record, so that others on that record wait until it is accepted. */
    default boolean makesRecord() {
        return false;
    }

    /**
     * Whether it tells by its being there what is of class R: one that was not accepted is listed for its author and for whoever
     * reaches that class alone.
     */
    default boolean restricted() {
        return false;
    }

    /**
     * Records that must be there before it.
     *
     * @param record the {@code id} of the body
     */
    Collection<UUID> needs(UUID record, F form);

    /** Does it, in the transaction of the calling {@code sync}. A refusal has written nothing. */
    Uni<Result<Effect>> apply(Operation operation, F form, Caller caller);
}
