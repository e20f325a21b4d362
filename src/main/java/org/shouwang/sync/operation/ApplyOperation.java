package org.shouwang.sync.operation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.ProblemDocuments;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.staff.Sender;

/** Applies one operation once: its effect and its outcome are one transaction. */
@Singleton
class ApplyOperation {

    private final TryOperation operation;
    private final OperationBodies bodies;
    private final OperationRows operations;
    private final RecordOutcome outcome;
    private final ProblemDocuments documents;

    ApplyOperation(
            TryOperation operation,
            OperationBodies bodies,
            OperationRows operations,
            RecordOutcome outcome,
            ProblemDocuments documents) {
        this.operation = operation;
        this.bodies = bodies;
        this.operations = operations;
        this.outcome = outcome;
        this.documents = documents;
    }

    /**
     * An operation as it arrived.
     *
     * @param deviceId the phone that sent it
     */
    record Arrived(
            OperationForm form, Sender sender, @Nullable UUID deviceId, PhoneTime time) {

        /** The local day on which it was done. */
        LocalDate day() {
            return LocalDays.of(time.done(form.at()));
        }
    }

    /**
     * What became of an operation.
     *
     * @param before whether it was known before
     * @param reused why it is refused under an id that is another operation's; nothing is recorded of it
     */
    record Applied(
            PhoneOperation stored, boolean before, @Nullable Refused reused) {

        /** Whether others may have waited for it. */
        boolean isNews() {
            return !before && stored.outcome.isDone();
        }
    }

    Uni<Applied> apply(Arrived arrived) {
        RequestHash hash = bodies.hash(arrived.form());
        return Panache.withTransaction(() -> operations
                .findById(new PhoneOperation.Key(
                        arrived.sender().workerId(), arrived.form().id()))
                .chain(known ->
                        known == null ? first(arrived, hash) : Uni.createFrom().item(repeated(known, hash))));
    }

    private Applied repeated(PhoneOperation known, RequestHash hash) {
        return new Applied(
                known, true, hash.matches(known.bodyHash) ? null : Refused.of(Problem.OPERATION_ID_REUSED, documents));
    }

    private Uni<Applied> first(Arrived arrived, RequestHash hash) {
        return attempt(arrived).chain(attempt -> record(arrived, hash, attempt));
    }

    /**
     * Keeps an operation that failed in a way that nobody foresaw: tried again it would fail again, and nobody would ever see
     * it. In the list somebody does.
     */
    Uni<Applied> keepFailed(Arrived arrived) {
        RequestHash hash = bodies.hash(arrived.form());
        Attempt failed = operation.refuse(arrived.form(), Problem.INTERNAL_ERROR);
        return Panache.withTransaction(() -> record(arrived, hash, failed));
    }

    private Uni<Applied> record(Arrived arrived, RequestHash hash, Attempt attempt) {
        OperationForm form = arrived.form();
        Sender sender = arrived.sender();
        PhoneOperation made = new PhoneOperation(
                sender.workerId(), form, hash.bytes(), arrived.time().receivedAt());
        made.deviceId = arrived.deviceId();
        made.appointmentId = sender.appointment(arrived.day(), form.appointmentId());
        return outcome.first(made, form, attempt, sender).map(stored -> new Applied(stored, false, null));
    }

    /** What a lost phone still sends goes to the people who can tell whether it is true. */
    private Uni<Attempt> attempt(Arrived arrived) {
        OperationForm form = arrived.form();
        if (arrived.sender().isOnLostPhone()) {
            return Uni.createFrom().item(operation.refuse(form, Problem.DEVICE_REVOKED));
        }
        Caller then = arrived.sender().on(arrived.day(), form.appointmentId());
        return operation.attempt(form, arrived.time(), then);
    }
}
