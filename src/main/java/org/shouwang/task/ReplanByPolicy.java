package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.background.Batches;
import org.shouwang.task.plan.ReplanRows;

/**
 * Has the children of an area planned anew from the day on which its standard (随访标准) or calendar changes, or who runs it. It only asks for looks, a page of
 * children at a time: {@link PlanFollowUps} takes them, and nobody waits for a whole county.
 */
@Singleton
class ReplanByPolicy implements BackgroundJob {

    /** Children whom one statement puts into the planner's hands. */
    private static final int PAGE = 500;

    private final ReplanRows rows;
    private final Clock clock;

    ReplanByPolicy(ReplanRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "replan-by-policy";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Answers how many pages of children were asked for. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(() -> rows.askForPage(clock.instant(), PAGE));
    }
}
