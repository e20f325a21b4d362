package org.shouwang.sync.operation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.background.Batches;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.PostsThen;
import org.shouwang.staff.Sender;

/**
 * Does what waited, as soon as that for which it waited is accepted or dismissed. A dismissed one leaves those behind it to be
 * judged for themselves.
 */
@Singleton
class RunHeld implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(RunHeld.class);

    private final OperationRows operations;
    private final PostsThen posts;
    private final TryOperation operation;
    private final RecordOutcome outcome;
    private final KeptTexts texts;
    private final Admission admission;

    RunHeld(
            OperationRows operations,
            PostsThen posts,
            TryOperation operation,
            RecordOutcome outcome,
            KeptTexts texts,
            Admission admission) {
        this.operations = operations;
        this.posts = posts;
        this.operation = operation;
        this.outcome = outcome;
        this.texts = texts;
        this.admission = admission;
    }

    @Override
    public String name() {
        return "run-held-operations";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Whoever is busy just now comes the next time. */
    @Override
    public Uni<Integer> runOnce() {
        return Panache.withSession(operations::workersReady).chain(workers -> Multi.createFrom()
                .iterable(workers)
                .onItem()
                .transformToUniAndConcatenate(
                        worker -> admission.admit(worker, () -> ofWorker(worker).map(Result::ok)))
                .collect()
                .asList()
                .map(done -> done.stream()
                        .mapToInt(result -> result instanceof Result.Ok<Integer> ok ? ok.value() : 0)
                        .sum()));
    }

    /**
     * All that became possible for this worker, in the order in which it was done; answers how much that was. A failure is
     * logged and left to the next run: whoever calls has done something else, which stands.
     */
    Uni<Integer> ofWorker(UUID workerId) {
        return Batches.untilNone(() -> Panache.withSession(() -> operations.ready(workerId))
                        .chain(ready -> ready.map(id -> one(workerId, id))
                                .orElse(Uni.createFrom().item(0))))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf("held operations of a worker could not be done: %s", FailureKind.of(failure));
                    LOG.debug("held operations", failure);
                    return 0;
                });
    }

    private Uni<Integer> one(UUID workerId, UUID id) {
        return Passing.again(() -> Panache.withTransaction(() -> waiting(workerId, id, this::tried)))
                .onFailure(failure -> !Passing.isPassing(failure))
                .recoverWithUni(failure -> Panache.withTransaction(() -> waiting(workerId, id, this::failed)))
                .replaceWith(1);
    }

    /** What is done with an operation that waits no more. */
    private interface Work {
        Uni<Attempt> on(PhoneOperation waiting, OperationForm form, Sender author);
    }

    private Uni<@Nullable PhoneOperation> waiting(UUID workerId, UUID id, Work work) {
        return operations.locked(workerId, id).chain(waiting -> {
            if (waiting == null || waiting.outcome != Outcome.HELD || !waiting.isOpen()) {
                return Uni.createFrom().nullItem();
            }
            OperationForm form = Objects.requireNonNull(texts.kept(waiting)).form();
            return posts.ofAuthor(workerId, waiting.receivedAt).chain(author -> work.on(waiting, form, author)
                    .chain(attempt -> outcome.again(waiting, form, attempt, author)));
        });
    }

    private Uni<Attempt> tried(PhoneOperation waiting, OperationForm form, Sender author) {
        PhoneTime time = PhoneTime.of(form, waiting.receivedAt);
        return operation.attempt(form, time, author.on(LocalDays.of(time.done(form.at())), form.appointmentId()));
    }

    private Uni<Attempt> failed(PhoneOperation waiting, OperationForm form, Sender author) {
        return Uni.createFrom().item(operation.refuse(form, Problem.INTERNAL_ERROR));
    }
}
