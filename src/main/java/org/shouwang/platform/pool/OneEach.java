package org.shouwang.platform.pool;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;

/** One piece of work a person at a time: a phone that asks again before it has heard is told to wait. */
public final class OneEach {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    /** Refused with 429 while other work of the same person is under way; that ends as {@link Lease} says. */
    public <T> Uni<Result<T>> alone(UUID person, Supplier<Uni<Result<T>>> work) {
        return Uni.createFrom()
                .deferred(() -> busy.add(person)
                        ? Lease.of(work, () -> busy.remove(person))
                        : Uni.createFrom().item(Result.refused(Refusal.until(Problem.TOO_MANY_REQUESTS, SOON))));
    }
}
