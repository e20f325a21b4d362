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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.SignedIn;
import org.shouwang.platform.http.ProblemDocuments;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.PostsThen;
import org.shouwang.staff.PostsThen.Sender;
import org.shouwang.sync.operation.ApplyOperation.Arrived;
import org.shouwang.sync.operation.ResultsView.OperationResult;

/** Takes what a phone recorded, in its order, and answers each operation by itself. */
@Singleton
class PushOperations {

    private static final Logger LOG = Logger.getLogger(PushOperations.class);

    private static final int MOST_OPERATIONS = 200;

    private final PostsThen posts;
    private final OperationBodies bodies;
    private final ApplyOperation applying;
    private final OperationResults results;
    private final Handlers handlers;
    private final RunHeld held;
    private final Admission admission;
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
            ProblemDocuments documents,
            Clock clock) {
        this.posts = posts;
        this.bodies = bodies;
        this.applying = applying;
        this.results = results;
        this.handlers = handlers;
        this.held = held;
        this.admission = admission;
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
                .thenDo(allowed -> answered(operations, new Batch(sender, device, clock.instant(), locale)))));
    }

    /** Whoever holds no post any more still brings what was recorded before. */
    private Result<Sender> mayHaveAPhone(Sender sender) {
        Caller today = sender.on(LocalDays.today(clock), null);
        return today.posts().isEmpty()
                ? Result.ok(sender)
                : today.with(Right.SYNC).map(caller -> sender);
    }

    private record Batch(Sender sender, @Nullable UUID deviceId, Instant receivedAt, Locale locale) {}

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
        Arrived arrived = new Arrived(form, batch.sender(), batch.deviceId(), PhoneTime.of(form, batch.receivedAt()));
        return Passing.again(() -> applying.apply(arrived))
                .call(applied -> applied.isNews() && handlers.makers().contains(form.type())
                        ? held.ofWorker(batch.sender().workerId())
                        : Uni.createFrom().voidItem())
                .map(applied -> results.of(form, applied, batch.locale()))
                .onFailure()
                .recoverWithItem(failure -> failed(form, failure, batch.locale()));
    }

    /** What was expected to pass passes; what was not is logged, and tried again by the phone: nothing is lost by waiting. */
    private OperationResult failed(OperationForm form, Throwable failure, Locale locale) {
        if (!Passing.isPassing(failure)) {
            LOG.errorf(failure, "operation %s of type %s failed", form.id(), form.type());
        }
        return results.later(form, Refused.of(Problem.OVERLOADED, documents), locale);
    }
}
