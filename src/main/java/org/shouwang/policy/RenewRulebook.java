package org.shouwang.policy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.shouwang.platform.BackgroundJob;

/** Lets this node go by what another one has changed. It claims nothing: every node does it for itself. */
@Singleton
class RenewRulebook implements BackgroundJob {

    /** So long another node may still go by what held before. */
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final Rulebooks rulebooks;

    RenewRulebook(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    @Override
    public String name() {
        return "renew-rulebook";
    }

    /** Before all that goes by it. */
    @Override
    public int order() {
        return 0;
    }

    @Override
    public Duration every() {
        return AT_MOST;
    }

    /** Always 0: looking is no work of anybody's. */
    @Override
    public Uni<Integer> runOnce() {
        return rulebooks.refresh().replaceWith(0);
    }
}
