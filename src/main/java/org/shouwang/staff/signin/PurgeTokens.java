package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.shouwang.platform.BackgroundJob;

/** Forgets refresh tokens that expired. Nodes may do it at the same time: what is gone is gone. */
@Singleton
class PurgeTokens implements BackgroundJob {

    private final RefreshTokenRows tokens;

    PurgeTokens(RefreshTokenRows tokens) {
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "purge-tokens";
    }

    @Override
    public int order() {
        return 91;
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public Uni<Integer> runOnce() {
        return tokens.deleteExpired();
    }
}
