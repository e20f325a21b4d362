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
import org.shouwang.register.FullLookForm;
import org.shouwang.register.ReadingPost;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;

/** Shows one household with nothing masked, and logs who looked and why. */
@Singleton
class FullLookAtHousehold {

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;
    private final SealedFields sealed;
    private final Trail trail;

    FullLookAtHousehold(
            HouseholdRepository households, HouseholdMemberRepository members, SealedFields sealed, Trail trail) {
        this.households = households;
        this.members = members;
        this.sealed = sealed;
        this.trail = trail;
    }

    /** Refused with 403 without the right, with 404 outside the scope, with 422 when the reason says nothing. */
    @WithTransaction
    Uni<Result<FullHouseholdView>> look(UUID id, FullLookForm form, Caller caller) {
        return caller.with(Right.HOUSEHOLD_FULL_LOOK)
                .flatMap(able -> Result.unless(form.violations(), able))
                .then(able -> households
                        .findById(id)
                        .chain(found -> found == null
                                ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                : ReadingPost.of(caller, Right.HOUSEHOLD_FULL_LOOK, found.areaCode)
                                        .thenDo(post -> show(found, form, caller, post))));
    }

    private Uni<FullHouseholdView> show(Household household, FullLookForm form, Caller caller, Post post) {
        Subject subject = new Subject("HOUSEHOLD", household.id, household.areaCode);
        return members.ofHouseholds(List.of(household.id))
                .call(people -> trail.looked(
                        caller,
                        post,
                        "household.full-look",
                        subject,
                        HouseholdMember.ids(people),
                        Why.because(form.reason())))
                .map(people -> view(household, people, caller));
    }

    private FullHouseholdView view(Household household, List<HouseholdMember> people, Caller caller) {
        return new FullHouseholdView(
                HouseholdView.of(household, people, caller, sealed),
                sealed.find(Column.HOUSEHOLD_PHONE, household.id, household.phoneCipher)
                        .orElse(null),
                people.stream().map(member -> MemberNumbers.of(member, sealed)).toList());
    }
}
