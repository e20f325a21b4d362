package org.shouwang.staff.signin;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.shouwang.platform.BackgroundJob;

/** Forgets refresh tokens that expired. Nodes may do it at the same time: what is gone is gone. */
@Singleton
class PurgeTokens implements BackgroundJob {

    private final RefreshTokenRows tokens;

    PurgeTokens(RefreshTokenRows tokens) {
        this.tokens = tokens;
    }

    @Override
    public int order() {
        return 91;
    }

    @Scheduled(every = "24h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> daily() {
        return runOnce().replaceWithVoid();
    }

    @Override
    public Uni<Integer> runOnce() {
        return tokens.deleteExpired();
    }
}
