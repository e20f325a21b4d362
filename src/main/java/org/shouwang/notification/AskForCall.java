package org.shouwang.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.notification.CallRequests.Unreached;

/** Asks for a call to a worker, once for a worker and subject while the task is open, and takes the task back when the worker knows. */
@Singleton
class AskForCall {

    private final CallRequests calls;
    private final UnopenedRows rows;
    private final Clock clock;

    AskForCall(CallRequests calls, UnopenedRows rows, Clock clock) {
        this.calls = calls;
        this.rows = rows;
        this.clock = clock;
    }

    /** Answers the task; empty when there is nobody to be asked. */
    Uni<Optional<UUID>> ask(Unopened notice) {
        UUID subject = notice.subject().told().subjectId();
        Unreached unreached = new Unreached(notice.id(), notice.workerId(), Objects.requireNonNull(notice.place()));
        return Panache.withTransaction(() -> rows.callOf(notice.workerId(), subject)
                .chain(open -> open.isPresent() ? Uni.createFrom().item(open) : calls.ask(unreached))
                .call(task -> task.map(id ->
                                rows.called(notice.id(), id, clock.instant().plus(NextStep.LOOK_EVERY)))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    Uni<Void> withdraw(UUID taskId) {
        return Panache.withTransaction(() -> calls.withdraw(taskId));
    }
}
