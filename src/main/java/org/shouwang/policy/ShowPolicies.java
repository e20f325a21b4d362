package org.shouwang.policy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Shows what is in force where, as it is stored now. */
@Singleton
class ShowPolicies {

    private final Areas areas;
    private final Rulebooks rulebooks;
    private final FollowUpPolicies policies;
    private final Clock clock;

    ShowPolicies(Areas areas, Rulebooks rulebooks, FollowUpPolicies policies, Clock clock) {
        this.areas = areas;
        this.rulebooks = rulebooks;
        this.policies = policies;
        this.clock = clock;
    }

    /** Refused with 404 where there is no such place. */
    Uni<Result<PolicyAtView>> at(AreaCode place) {
        return areas.today(List.of(place)).chain(today -> rulebooks
                .refresh()
                .map(book -> today.containsKey(place)
                        ? Result.ok(
                                PolicyAtView.of(place, LocalDays.today(clock), book.policies(), policies.standard()))
                        : Result.refused(Problem.NOT_FOUND)));
    }

    Uni<Result<PolicyVersionView>> version(UUID id) {
        return rulebooks.refresh().map(book -> book.policies()
                .version(id)
                .map(found -> Result.ok(PolicyVersionView.of(found)))
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND)));
    }
}
