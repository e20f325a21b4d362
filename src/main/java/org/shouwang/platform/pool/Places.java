package org.shouwang.platform.pool;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;

/**
 * So much at the same time and no more: whoever finds no place is refused at once, before any work is done, and told when to
 * come back. Those who were refused together come back at different moments, or they would be refused together again.
 */
public final class Places {

    private final Semaphore free;
    private final long soonestMillis;
    private final long spreadMillis;

    /**
     * @param soonest after which time the first of those who were refused come back
     * @param spread over which time they come back; clients see whole seconds
     */
    public Places(int places, Duration soonest, Duration spread) {
        this.free = new Semaphore(places);
        this.soonestMillis = soonest.toMillis();
        this.spreadMillis = Math.max(1, spread.toMillis());
    }

    /** What anybody who came now would hear, while there is no place. */
    public Optional<Refusal> full() {
        return free.availablePermits() == 0 ? Optional.of(later()) : Optional.empty();
    }

    /** A refusal with 503, and with a moment of one's own to come back. */
    public Refusal later() {
        long more = ThreadLocalRandom.current().nextLong(spreadMillis);
        return Refusal.until(Problem.OVERLOADED, Duration.ofMillis(soonestMillis + more));
    }

    /** Does the work in a place of its own, which is given back as {@link Lease} says; refused with 503 when none is free. */
    public <T> Uni<Result<T>> within(Supplier<Uni<Result<T>>> work) {
        return Uni.createFrom()
                .deferred(() -> free.tryAcquire()
                        ? Lease.of(work, free::release)
                        : Uni.createFrom().item(Result.refused(later())));
    }
}
