package org.shouwang.register;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.secret.KeyedHash;

/** Everything that a new file must pass before its first write. Runs in the session of {@link ChildEntry}. */
@Singleton
class ChildChecks {

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;
    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final KeyedHash hashes;
    private final Clock clock;

    ChildChecks(
            HouseholdRepository households,
            HouseholdMemberRepository members,
            ChildRepository children,
            ChildPartsRepository parts,
            KeyedHash hashes,
            Clock clock) {
        this.households = households;
        this.members = members;
        this.children = children;
        this.parts = parts;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** The post under which the file is made, or why it is not. */
    Uni<Result<Post>> check(ChildEntry.Request request, Collisions collisions) {
        ChildForm form = request.form();
        Instant now = clock.instant();
        List<Violation> violations = new ArrayList<>(ChildRules.check(form, now));
        violations.addAll(request.around().check(form));
        return request.caller()
                .acting(Right.CHILD_WRITE, request.around().residence(form))
                .flatMap(post -> mayClaim(post, form))
                .then(post -> family(form, request.caller())
                        .map(family -> {
                            violations.addAll(family);
                            return Result.unless(violations, post);
                        })
                        .map(valid -> valid.flatMap(collisions::refuse)));
    }

    private static Result<Post> mayClaim(Post post, ChildForm form) {
        boolean all = form.categories().stream()
                .allMatch(claim -> RestrictedCategories.reach(claim.categoryCode(), post, Right.CHILD_WRITE));
        return all ? Result.ok(post) : Result.refused(Problem.ROLE_FORBIDDEN);
    }

    private Uni<List<Violation>> family(ChildForm form, Caller caller) {
        return households.findById(form.householdId()).chain(household -> members.ofHouseholds(
                        List.of(form.householdId()))
                .map(people -> family(form, people, known(household, caller))));
    }

    private static boolean known(@Nullable Household household, Caller caller) {
        return household != null && caller.may(Right.HOUSEHOLD_READ, household.areaCode);
    }

    private List<Violation> family(ChildForm form, List<HouseholdMember> people, boolean known) {
        if (!known) {
            return List.of(Violation.of("householdId", "household-known"));
        }
        Map<UUID, Boolean> away =
                people.stream().collect(Collectors.toMap(member -> member.id, HouseholdMember::livesAway));
        return CaregiverRules.check(form.members(), away, LocalDays.today(clock));
    }

    /** What of a form belongs to others already. */
    record Collisions(boolean idTaken, boolean registered) {

        private Result<Post> refuse(Post post) {
            if (idTaken) {
                return Result.refused(Problem.ID_REUSED);
            }
            return registered ? Result.refused(Problem.ALREADY_REGISTERED) : Result.ok(post);
        }
    }

    /** Asked before the record is looked for: what an equal request makes meanwhile is then found as the record itself. */
    Uni<Collisions> collisions(ChildForm form) {
        LocalDate today = LocalDays.today(clock);
        Optional<IdentityDocument> document = Optional.ofNullable(form.idNumber())
                .flatMap(text -> IdentityDocument.parse(form.idType(), text, today));
        return parts.anyTaken(form).chain(taken -> isRegistered(document).map(known -> new Collisions(taken, known)));
    }

    private Uni<Boolean> isRegistered(Optional<IdentityDocument> document) {
        return document.map(found -> children.isRegistered(found.hashes(hashes)))
                .orElseGet(() -> Uni.createFrom().item(false));
    }
}
