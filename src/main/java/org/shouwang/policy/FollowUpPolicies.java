package org.shouwang.policy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;

/**
 * Which follow-up matrix is in force where. Answers come from memory and may be ten seconds older than what another node has
 * committed; since no version begins on the day on which it is made, that matters only around midnight, and where an area changes
 * hands. The planner calls
 * {@link #refresh} before.
 */
@Singleton
public class FollowUpPolicies {

    private final FollowUpPolicy standard = FollowUpPolicy.standard();
    private final Rulebooks rulebooks;
    private final Clock clock;

    FollowUpPolicies(Rulebooks rulebooks, Clock clock) {
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    /** The matrix today: of the nearest area above that has one, else the standard. Does not wait for anything. */
    public FollowUpPolicy at(AreaCode area) {
        return rulebooks
                .current()
                .policies()
                .inForce(area, LocalDays.today(clock))
                .map(PolicyVersion::policy)
                .orElse(standard);
    }

    /** Takes over what was committed until now; one small statement where nothing has changed. Runs on the reactive pool. */
    public Uni<Void> refresh() {
        return rulebooks.refresh().replaceWithVoid();
    }

    /** What holds where nobody has decided otherwise, the same object each time. */
    FollowUpPolicy standard() {
        return standard;
    }
}
