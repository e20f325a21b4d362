package org.shouwang.sync.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.sync.operation.OperationsForm.Waiting;

/**
 * What a phone has to send still, by the server's clock.
 *
 * @param since when the oldest of it was done; null when nothing waits
 */
record WaitingThen(int count, @Nullable Instant since) {

    /** Empty where the phone said nothing of it. What it says of its time is set right by when it sent, and never lies ahead. */
    static Optional<WaitingThen> of(OperationsForm batch, Instant receivedAt) {
        Waiting waiting = batch.waiting();
        if (waiting == null) {
            return Optional.empty();
        }
        return Optional.of(new WaitingThen(
                waiting.count(), waiting.count() == 0 ? null : since(waiting.since(), batch.sentAt(), receivedAt)));
    }

    private static Instant since(@Nullable Instant since, @Nullable Instant sentAt, Instant receivedAt) {
        if (since == null || sentAt == null || since.isAfter(sentAt)) {
            return receivedAt;
        }
        return receivedAt.minus(Duration.between(since, sentAt));
    }
}
