package org.shouwang.register.household;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SexCode;

/** Sets which help a woman of a household may need. */
@Singleton
class SetWomensCategories {

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;
    private final SealedFields sealed;
    private final Trail trail;
    private final Clock clock;

    SetWomensCategories(
            HouseholdRepository households,
            HouseholdMemberRepository members,
            SealedFields sealed,
            Trail trail,
            Clock clock) {
        this.households = households;
        this.members = members;
        this.sealed = sealed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Which member of which household. */
    record Woman(UUID householdId, UUID memberId) {}

    /** Refused with 403 for a category of class R that the post does not reach, with 422 for a man. */
    Uni<Result<HouseholdView>> set(Woman woman, Result<BaseVersion> base, List<WomensCategory> asked, Caller caller) {
        return caller.with(Right.WOMENS_CATEGORY_WRITE)
                .then(able -> Panache.withTransaction(() -> households
                        .locked(woman.householdId())
                        .chain(household -> household == null
                                ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                : members.ofHouseholds(List.of(household.id))
                                        .chain(people ->
                                                set(household, people, woman.memberId(), base, asked, caller)))));
    }

    private Uni<Result<HouseholdView>> set(
            Household household,
            List<HouseholdMember> people,
            UUID memberId,
            Result<BaseVersion> base,
            List<WomensCategory> asked,
            Caller caller) {
        Optional<HouseholdMember> found =
                people.stream().filter(member -> member.id.equals(memberId)).findFirst();
        return caller.acting(Right.WOMENS_CATEGORY_WRITE, household.areaCode)
                .flatMap(post -> found.isPresent() ? Result.ok(post) : Result.refused(Problem.NOT_FOUND))
                .flatMap(post -> base.flatMap(version -> version.against(household.version))
                        .map(fresh -> post))
                .flatMap(post -> allowed(found.orElseThrow(), asked, post).map(after -> new Change(post, after)))
                .thenDo(change -> write(household, people, found.orElseThrow(), change, caller));
    }

    private record Change(Post post, Set<WomensCategory> after) {}

    private static Result<Set<WomensCategory>> allowed(HouseholdMember woman, List<WomensCategory> asked, Post post) {
        return woman.sexCode == SexCode.MALE
                ? Result.invalid("memberId", "womans-category")
                : WomensCategories.written(WomensCategories.of(woman), asked, post);
    }

    private Uni<HouseholdView> write(
            Household household, List<HouseholdMember> people, HouseholdMember woman, Change change, Caller caller) {
        WomensCategories.set(woman, change.after());
        household.touch(clock.instant(), caller.workerId());
        Subject subject = new Subject("HOUSEHOLD", woman.id, household.areaCode);
        return trail.changed(caller, change.post(), "household.womens-categories", subject)
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .map(done -> HouseholdView.of(household, people, caller, sealed));
    }
}
