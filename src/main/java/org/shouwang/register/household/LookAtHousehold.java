package org.shouwang.register.household;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.audit.Why;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.register.ReadingPost;
import org.shouwang.register.SealedFields;

/** Shows one household and logs who looked. */
@Singleton
class LookAtHousehold {

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;
    private final SealedFields sealed;
    private final Trail trail;

    LookAtHousehold(
            HouseholdRepository households, HouseholdMemberRepository members, SealedFields sealed, Trail trail) {
        this.households = households;
        this.members = members;
        this.sealed = sealed;
        this.trail = trail;
    }

    @WithTransaction
    Uni<Result<HouseholdView>> look(UUID id, Caller caller) {
        return caller.with(Right.HOUSEHOLD_READ).then(able -> households
                .findById(id)
                .chain(found -> found == null
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : ReadingPost.of(caller, Right.HOUSEHOLD_READ, found.areaCode)
                                .thenDo(post -> show(found, caller, post))));
    }

    private Uni<HouseholdView> show(Household household, Caller caller, Post post) {
        Subject subject = new Subject("HOUSEHOLD", household.id, household.areaCode);
        return members.ofHouseholds(List.of(household.id))
                .call(people ->
                        trail.looked(caller, post, "household.look", subject, HouseholdMember.ids(people), Why.DUTY))
                .map(people -> HouseholdView.of(household, people, caller, sealed));
    }
}
