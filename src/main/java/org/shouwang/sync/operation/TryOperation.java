package org.shouwang.sync.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        UUID record;
        try {
            record = bodies.record(form);
        } catch (JsonProcessingException | ConstraintViolationException unreadable) {
            return unreadable(unreadable, null);
        }
        if (bodies.isTooLarge(form)) {
            return refused(Problem.TOO_LARGE, record);
        }
        Optional<OperationHandler<?>> handler = handlers.of(form.type());
        if (handler.isEmpty()) {
            return refused(Problem.UNKNOWN_OPERATION, record);
        }
        return doubles(handler.get(), form, record)
                .chain(twice -> twice
                        ? refused(Problem.STATE_CONFLICT, record)
                        : attempt(handler.get(), form, record, time, caller));
    }

    /** Whether it would make another record beside that of the operation that it corrects, which was accepted meanwhile. */
    private Uni<Boolean> doubles(OperationHandler<?> handler, OperationForm form, UUID record) {
        UUID corrects = form.corrects();
        return corrects == null || !handler.makesRecord()
                ? Uni.createFrom().item(false)
                : operations
                        .locked(form.workerId(), corrects)
                        .map(before -> before != null
                                && before.isAccepted()
                                && before.type.equals(form.type())
                                && !record.equals(before.recordId));
    }

    /** Says no without trying; the record that it was about is known, so that others wait for it. */
    Attempt refuse(OperationForm form, Problem problem) {
        Refused refused = Refused.of(problem, documents);
        try {
            return Attempt.refused(refused, bodies.record(form), null);
        } catch (JsonProcessingException | ConstraintViolationException unreadable) {
            return Attempt.refused(refused, null, null);
        }
    }

    private <F> Uni<Attempt> attempt(
            OperationHandler<F> handler, OperationForm operation, UUID record, PhoneTime time, Caller caller) {
        F form;
        try {
            form = bodies.form(operation, handler, time);
        } catch (JsonProcessingException | ConstraintViolationException unreadable) {
            return unreadable(unreadable, record);
        }
        Operation asked =
                new Operation(operation.id(), record, time.done(operation.at()), time.doneSince(operation.at()));
        return handler.apply(asked, form, caller)
                .chain(result -> result instanceof Result.Refused<Effect> no
                        ? refused(no.refusal(), record, handler.needs(record, form), caller)
                        : Uni.createFrom().item(Attempt.done(((Result.Ok<Effect>) result).value())))
                .onFailure(failure -> Refused.of(failure, documents).isPresent())
                .recoverWithUni(failure -> unreadable(failure, record));
    }

    /** A refusal for want of a record that another operation was to make is no refusal yet. */
    private Uni<Attempt> refused(Refusal refusal, UUID subject, Collection<UUID> needs, Caller caller) {
        Refused refused = Refused.of(refusal, documents);
        return operations
                .awaited(caller.workerId(), needs, handlers.makers())
                .map(awaited -> Attempt.refused(refused, subject, awaited.orElse(null)));
    }

    private Uni<Attempt> refused(Problem problem, UUID record) {
        return Uni.createFrom().item(Attempt.refused(Refused.of(problem, documents), record, null));
    }

    private Uni<Attempt> unreadable(Throwable failure, @Nullable UUID record) {
        return Uni.createFrom()
                .item(Attempt.refused(Refused.of(failure, documents).orElseThrow(), record, null));
    }
}
