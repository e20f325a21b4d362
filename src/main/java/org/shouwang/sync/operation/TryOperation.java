package org.shouwang.sync.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.http.ProblemDocuments;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;

/** Does one operation in the transaction of whoever calls, or says why not; it records nothing of that. */
@Singleton
class TryOperation {

    private final Handlers handlers;
    private final OperationBodies bodies;
    private final OperationRows operations;
    private final ProblemDocuments documents;

    TryOperation(Handlers handlers, OperationBodies bodies, OperationRows operations, ProblemDocuments documents) {
        this.handlers = handlers;
        this.bodies = bodies;
        this.operations = operations;
        this.documents = documents;
    }

    /** Fails only with what is unexpected; then the transaction is lost, and nothing was done. */
    Uni<Attempt> attempt(OperationForm form, PhoneTime time, Caller caller) {
        if (bodies.isTooLarge(form)) {
            return refused(Problem.TOO_LARGE);
        }
        Optional<OperationHandler<?>> handler = handlers.of(form.type());
        return handler.isPresent() ? attempt(handler.get(), form, time, caller) : refused(Problem.UNKNOWN_OPERATION);
    }

    private <F> Uni<Attempt> attempt(
            OperationHandler<F> handler, OperationForm operation, PhoneTime time, Caller caller) {
        try {
            UUID record = bodies.record(operation);
            F form = bodies.form(operation, handler, time);
            return handler.apply(new Operation(operation.id(), record), form, caller)
                    .chain(result -> result instanceof Result.Refused<Effect> no
                            ? refused(no.refusal(), record, handler.needs(record, form), caller)
                            : Uni.createFrom().item(Attempt.done(((Result.Ok<Effect>) result).value())))
                    .onFailure(failure -> Refused.of(failure, documents).isPresent())
                    .recoverWithItem(failure ->
                            Attempt.refused(Refused.of(failure, documents).orElseThrow(), record, null));
        } catch (JsonProcessingException | ConstraintViolationException unreadable) {
            return Uni.createFrom()
                    .item(Attempt.refused(Refused.of(unreadable, documents).orElseThrow(), null, null));
        }
    }

    /** A refusal for want of a record that another operation was to make is no refusal yet. */
    private Uni<Attempt> refused(Refusal refusal, UUID subject, Collection<UUID> needs, Caller caller) {
        Refused refused = Refused.of(refusal, documents);
        return operations
                .awaited(caller.workerId(), needs, handlers.makers())
                .map(awaited -> Attempt.refused(refused, subject, awaited.orElse(null)));
    }

    private Uni<Attempt> refused(Problem problem) {
        return Uni.createFrom().item(Attempt.refused(Refused.of(problem, documents), null, null));
    }
}
