package org.shouwang.sync.operation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.feed.FeedWriter;
import org.shouwang.platform.operation.Effect;
import org.shouwang.staff.Sender;
import org.shouwang.sync.operation.KeptTexts.Kept;
import org.shouwang.sync.operation.PhoneOperation.Settlement;

/** Records what became of an operation, in the transaction of its effect. */
@Singleton
class RecordOutcome {

    private final OperationRows operations;
    private final KeptTexts texts;
    private final StoredProblems problems;
    private final FeedWriter feed;
    private final Trail trail;
    private final Clock clock;

    RecordOutcome(
            OperationRows operations,
            KeptTexts texts,
            StoredProblems problems,
            FeedWriter feed,
            Trail trail,
            Clock clock) {
        this.operations = operations;
        this.texts = texts;
        this.problems = problems;
        this.feed = feed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Of an operation that is new here. */
    Uni<PhoneOperation> first(PhoneOperation operation, OperationForm form, Attempt attempt, Sender author) {
        write(operation, form, attempt);
        if (operation.outcome.isDone()) {
            return operations.persistAndFlush(operation).call(done -> corrected(done, form, author));
        }
        return area(operation)
                .invoke(area -> operation.areaCode = area)
                .chain(() -> operations.persistAndFlush(operation))
                .call(saved -> corrected(saved, form, author))
                .call(saved -> tell(saved, author.number()));
    }

    /** Of an operation that waited, or that somebody corrected. */
    Uni<PhoneOperation> again(PhoneOperation operation, OperationForm form, Attempt attempt, Sender author) {
        write(operation, form, attempt);
        return operations
                .flush()
                .replaceWith(operation)
                .call(saved -> corrected(saved, form, author))
                .call(saved -> tell(saved, author.number()));
    }

    /** What this operation takes the place of is settled; one that is not there, or not open, stands in nobody's way. */
    private Uni<Void> corrected(PhoneOperation recorded, OperationForm form, Sender author) {
        UUID corrects = form.corrects();
        return corrects == null
                ? Uni.createFrom().voidItem()
                : operations
                        .locked(author.workerId(), corrects)
                        .chain(before -> before == null || !before.isCorrectedBy(recorded)
                                ? Uni.createFrom().voidItem()
                                : settled(before, recorded, author));
    }

    private Uni<Void> settled(PhoneOperation before, PhoneOperation by, Sender author) {
        before.settle(Settlement.CORRECTED, author.workerId(), clock.instant());
        Optional<Post> post = Optional.ofNullable(by.appointmentId).flatMap(author::post);
        return operations.flush().chain(() -> tell(before, author.number())).chain(() -> post.map(
                        acting -> trail.changed(
                                author.workerId(),
                                acting,
                                "operation.correct",
                                new Subject(ListKept.SUBJECT, before.id, before.areaCode)))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** The phone sees in its feed what became of what was not accepted. */
    Uni<Void> tell(PhoneOperation operation, long workerNumber) {
        return feed.put(List.of(-workerNumber), OperationFeed.KIND, operation.id, operation.version);
    }

    private void write(PhoneOperation operation, OperationForm form, Attempt attempt) {
        operation.outcome = attempt.outcome();
        operation.waitsFor = attempt.waitsFor();
        operation.recordId = attempt.subject();
        operation.kind = attempt.effect().map(Effect::kind).orElse(null);
        operation.recordVersion = attempt.effect().map(Effect::version).orElse(null);
        operation.problem = attempt.refused().map(problems::write).orElse(null);
        operation.keptCipher = null;
        if (!operation.outcome.isDone()) {
            texts.keep(
                    operation,
                    new Kept(form, attempt.effect().map(Effect::conflict).orElse(null)));
        }
    }

    private Uni<@Nullable AreaCode> area(PhoneOperation operation) {
        return operation.appointmentId == null
                ? Uni.createFrom().nullItem()
                : operations.areaOf(operation.appointmentId).map(code -> code == null ? null : new AreaCode(code));
    }
}
