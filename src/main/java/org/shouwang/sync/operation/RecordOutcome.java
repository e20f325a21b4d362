package org.shouwang.sync.operation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.feed.FeedWriter;
import org.shouwang.platform.operation.Effect;
import org.shouwang.sync.operation.KeptTexts.Kept;

/** Records what became of an operation, in the transaction of its effect. */
@Singleton
class RecordOutcome {

    private final OperationRows operations;
    private final KeptTexts texts;
    private final StoredProblems problems;
    private final FeedWriter feed;

    RecordOutcome(OperationRows operations, KeptTexts texts, StoredProblems problems, FeedWriter feed) {
        this.operations = operations;
        this.texts = texts;
        this.problems = problems;
        this.feed = feed;
    }

    /** Of an operation that is new here. */
    Uni<PhoneOperation> first(PhoneOperation operation, OperationForm form, Attempt attempt, long workerNumber) {
        write(operation, form, attempt);
        if (operation.outcome.isDone()) {
            return operations.persistAndFlush(operation);
        }
        return area(operation)
                .invoke(area -> operation.areaCode = area)
                .chain(() -> operations.persistAndFlush(operation))
                .call(saved -> tell(saved, workerNumber));
    }

    /** Of an operation that waited, or that somebody corrected. */
    Uni<PhoneOperation> again(PhoneOperation operation, OperationForm form, Attempt attempt, long workerNumber) {
        write(operation, form, attempt);
        return operations.flush().replaceWith(operation).call(saved -> tell(saved, workerNumber));
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
