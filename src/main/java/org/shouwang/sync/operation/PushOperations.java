package org.shouwang.sync.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.Right;
import org.shouwang.platform.SignedIn;
import org.shouwang.platform.http.ProblemDocuments;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.PostsThen;
import org.shouwang.staff.Sender;
import org.shouwang.sync.operation.ApplyOperation.Applied;
import org.shouwang.sync.operation.ApplyOperation.Arrived;
import org.shouwang.sync.operation.ResultsView.OperationResult;

/** Takes what a phone recorded, in its order, and answers each operation by itself. */
@Singleton
class PushOperations {

    private static final Logger LOG = Logger.getLogger(PushOperations.class);

    static final int MOST_OPERATIONS = 200;

    private final PostsThen posts;
    private final OperationBodies bodies;
    private final ApplyOperation applying;
    private final OperationResults results;
    private final Handlers handlers;
    private final RunHeld held;
    private final Admission admission;
    private final PhoneRows phones;
    private final ProblemDocuments documents;
    private final Clock clock;

    PushOperations(
            PostsThen posts,
            OperationBodies bodies,
            ApplyOperation applying,
            OperationResults results,
            Handlers handlers,
            RunHeld held,
            Admission admission,
            PhoneRows phones,
            ProblemDocuments documents,
            Clock clock) {
        this.posts = posts;
        this.bodies = bodies;
        this.applying = applying;
        this.results = results;
        this.handlers = handlers;
        this.held = held;
        this.admission = admission;
        this.phones = phones;
        this.documents = documents;
        this.clock = clock;
    }

    /** Refused with 413 when there are too many, with 403 for posts that work without a phone, and as {@link Admission} says. */
    Uni<Result<ResultsView>> push(OperationsForm batch, SignedIn signedIn, Locale locale) {
        ArrayNode operations = batch.operations();
        if (operations.size() > MOST_OPERATIONS) {
            return Uni.createFrom().item(Result.refused(Problem.TOO_LARGE));
        }
        UUID device = signedIn.deviceId() == null ? batch.deviceId() : signedIn.deviceId();
        return admission.admit(signedIn.workerId(), () -> posts.of(signedIn).chain(sender -> mayHaveAPhone(sender)
                .thenDo(allowed -> answered(operations, batch(sender, device, locale))
                        .call(answer -> heard(batch, sender, device, answer.receivedAt())))));
    }

    /** The work is done by now, and is answered whether or not this is written down. */
    private Uni<Void> heard(OperationsForm batch, Sender sender, @Nullable UUID device, Instant receivedAt) {
        return device == null
                ? Uni.createFrom().voidItem()
                : WaitingThen.of(batch, receivedAt)
                        .map(waiting -> phones.heard(sender.workerId(), device, waiting, receivedAt))
                        .orElseGet(() -> Uni.createFrom().voidItem())
                        .onFailure()
                        .invoke(failure -> LOG.warnf("what waits on a phone is not kept: %s", FailureKind.of(failure)))
                        .onFailure()
                        .recoverWithNull();
    }

    /** Whoever holds no post any more still brings what was recorded before. */
    private static Result<Sender> mayHaveAPhone(Sender sender) {
        return sender.maySendBy(Right.SYNC) ? Result.ok(sender) : Result.refused(Problem.ROLE_FORBIDDEN);
    }

    private Batch batch(Sender sender, @Nullable UUID device, Locale locale) {
        return new Batch(sender, device, clock.instant(), locale, new AtomicInteger(), new AtomicBoolean());
    }

    /**
     * A batch on its way through.
     *
     * @param waiting whether an operation has to be sent again: what comes after it must not overtake it
     */
    private record Batch(
            Sender sender,
            @Nullable UUID deviceId,
            Instant receivedAt,
            Locale locale,
            AtomicInteger position,
            AtomicBoolean waiting) {

        /** When the next operation is taken to have arrived: in the order of the phone, however many come at once. */
        Instant next() {
            return receivedAt.plus(position.getAndIncrement(), ChronoUnit.MICROS);
        }
    }

    private Uni<ResultsView> answered(ArrayNode operations, Batch batch) {
        List<JsonNode> all =
                StreamSupport.stream(operations.spliterator(), false).toList();
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(node -> result(node, batch))
                .collect()
                .asList()
                .map(answers -> new ResultsView(batch.receivedAt(), answers));
    }

    /** An operation that the app wrote wrongly is recorded to nobody, and stops no other. */
    private Uni<OperationResult> result(JsonNode node, Batch batch) {
        try {
            return result(bodies.envelope(node), batch);
        } catch (JsonProcessingException | ConstraintViolationException unreadable) {
            Refused refused = Refused.of(unreadable, documents).orElseThrow();
            return Uni.createFrom().item(results.unreadable(node, refused, batch.locale()));
        }
    }

    private Uni<OperationResult> result(OperationForm form, Batch batch) {
        if (!form.workerId().equals(batch.sender().workerId())) {
            return Uni.createFrom()
                    .item(results.later(form, Refused.of(Problem.OTHER_WORKER, documents), batch.locale()));
        }
        if (batch.waiting().get()) {
            return Uni.createFrom().item(later(form, batch));
        }
        Arrived arrived = new Arrived(form, batch.sender(), batch.deviceId(), PhoneTime.of(form, batch.next()));
        return Passing.again(() -> applying.apply(arrived))
                .onFailure(failure -> !Passing.isPassing(failure))
                .recoverWithUni(failure -> kept(arrived, failure))
                .call(applied -> applied.isNews() && mayRelease(form)
                        ? held.ofWorker(batch.sender().workerId())
                        : Uni.createFrom().voidItem())
                .map(applied -> results.of(form, applied, batch.locale()))
                .onFailure()
                .recoverWithItem(failure -> {
                    report(form, failure);
                    batch.waiting().set(true);
                    return later(form, batch);
                });
    }

    /** Others may have waited for what it makes, or for what it corrects. */
    private boolean mayRelease(OperationForm form) {
        return form.corrects() != null || handlers.makers().contains(form.type());
    }

    private Uni<Applied> kept(Arrived arrived, Throwable failure) {
        report(arrived.form(), failure);
        return applying.keepFailed(arrived);
    }

    /** What passes by itself is told by the answer alone. */
    private static void report(OperationForm form, Throwable failure) {
        if (!Passing.isPassing(failure)) {
            LOG.errorf("operation %s of type %s failed: %s", form.id(), form.type(), FailureKind.of(failure));
            LOG.debug("operation", failure);
        }
    }

    private OperationResult later(OperationForm form, Batch batch) {
        return results.later(form, Refused.of(Problem.OVERLOADED, documents), batch.locale());
    }
}
