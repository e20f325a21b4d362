package org.shouwang.register.household;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.SealedFields;

/** The one transaction of {@link RecordHousehold}. */
@Singleton
class HouseholdEntry {

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;
    private final HouseholdMaker maker;
    private final SealedFields sealed;
    private final Trail trail;
    private final Clock clock;

    HouseholdEntry(
            HouseholdRepository households,
            HouseholdMemberRepository members,
            HouseholdMaker maker,
            SealedFields sealed,
            Trail trail,
            Clock clock) {
        this.households = households;
        this.members = members;
        this.maker = maker;
        this.sealed = sealed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Stores it in the village that the form's code stands for today, empty when it is none. */
    @WithTransaction
    Uni<Result<Stored<HouseholdView>>> enter(UUID id, HouseholdForm form, Optional<AreaCode> village, Caller caller) {
        return Uni.createFrom()
                .item(caller.with(Right.HOUSEHOLD_WRITE))
                .chain(right -> right.then(able -> foundOrMade(id, form, village, able)));
    }

    /** Asks for taken ids before it looks for the record: those of an equal request that wins meanwhile are its own. */
    private Uni<Result<Stored<HouseholdView>>> foundOrMade(
            UUID id, HouseholdForm form, Optional<AreaCode> village, Caller caller) {
        RequestHash request = RequestHash.of(form);
        return members.anyTaken(
                        form.members().stream().map(HouseholdForm.Member::id).toList())
                .chain(taken -> households
                        .findById(id)
                        .chain(found -> found == null
                                ? checked(form, village, taken, caller)
                                        .thenDo(post -> make(id, form, village.orElseThrow(), caller, post))
                                : repeat(found, request, caller)));
    }

    private Uni<Result<Stored<HouseholdView>>> repeat(Household found, RequestHash request, Caller caller) {
        return Known.decide(found, request, caller, Right.HOUSEHOLD_READ)
                .thenDo(known -> known == Known.REPEATED
                        ? members.ofHouseholds(List.of(found.id))
                                .map(of -> Stored.repeated(found, HouseholdView.of(found, of, caller, sealed)))
                        : Uni.createFrom().item(Stored.outOfScope(found)));
    }

    private Result<Post> checked(HouseholdForm form, Optional<AreaCode> village, boolean taken, Caller caller) {
        List<Violation> violations = new ArrayList<>(HouseholdRules.check(form, LocalDays.today(clock)));
        if (village.isEmpty()) {
            violations.add(Violation.of("areaCode", "village"));
        }
        return caller.acting(Right.HOUSEHOLD_WRITE, village.orElse(form.areaCode()))
                .flatMap(post -> Result.unless(violations, post))
                .flatMap(post -> taken ? Result.refused(Problem.ID_REUSED) : Result.ok(post));
    }

    private Uni<Stored<HouseholdView>> make(UUID id, HouseholdForm form, AreaCode village, Caller caller, Post post) {
        Birth birth = new Birth(id, village, form.areaCode(), RequestHash.of(form), clock.instant(), caller.workerId());
        Household household = maker.household(birth, form);
        List<HouseholdMember> people = maker.members(id, form, LocalDays.today(clock));
        return households
                .persist(household)
                .call(() -> members.add(people))
                .call(() -> trail.changed(caller, post, "household.record", new Subject("HOUSEHOLD", id, village)))
                .map(saved -> Stored.created(saved, HouseholdView.of(saved, people, caller, sealed)));
    }
}
