package org.shouwang.sync.operation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.background.Batches;
import org.shouwang.staff.PostsThen;
import org.shouwang.staff.PostsThen.Sender;

/**
 * Does what waited, as soon as that for which it waited is accepted or dismissed. A dismissed one leaves those behind it to be
 * judged for themselves.
 */
@Singleton
class RunHeld implements BackgroundJob {

    private final OperationRows operations;
    private final PostsThen posts;
    private final TryOperation operation;
    private final RecordOutcome outcome;
    private final KeptTexts texts;

    RunHeld(OperationRows operations, PostsThen posts, TryOperation operation, RecordOutcome outcome, KeptTexts texts) {
        this.operations = operations;
        this.posts = posts;
        this.operation = operation;
        this.outcome = outcome;
        this.texts = texts;
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

    @Override
    public Uni<Integer> runOnce() {
        return Panache.withSession(() -> operations.ready(null))
                .chain(ready -> ready.map(key -> ofWorker(key.workerId()).replaceWith(1))
                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    /** All that became possible for this worker, in the order in which it was done. */
    Uni<Void> ofWorker(UUID workerId) {
        return posts.ofAuthor(workerId)
                .chain(sender ->
                        Batches.untilNone(() -> Passing.again(() -> Panache.withTransaction(() -> next(sender)))))
                .replaceWithVoid();
    }

    private Uni<Integer> next(Sender sender) {
        return operations.ready(sender.workerId()).chain(ready -> ready.map(key -> operations
                        .locked(key.workerId(), key.id())
                        .chain(waiting -> waiting != null && waiting.outcome == Outcome.HELD && waiting.isOpen()
                                ? run(waiting, sender)
                                : Uni.createFrom().nullItem())
                        .replaceWith(1))
                .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<PhoneOperation> run(PhoneOperation waiting, Sender sender) {
        OperationForm form = Objects.requireNonNull(texts.kept(waiting)).form();
        PhoneTime time = PhoneTime.of(form, waiting.receivedAt);
        return operation
                .attempt(form, time, sender.on(LocalDays.of(time.done(form.at())), form.appointmentId()))
                .chain(attempt -> outcome.again(waiting, form, attempt, sender.number()));
    }
}
