package org.shouwang.register;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
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
    Uni<Result<Post>> check(ChildEntry.Request request) {
        ChildForm form = request.form();
        Instant now = clock.instant();
        List<Violation> violations = new ArrayList<>(ChildRules.check(form, now, LocalDays.of(now)));
        violations.addAll(request.around().check(form));
        return request.caller()
                .acting(Right.CHILD_WRITE, request.around().residence(form))
                .flatMap(post -> mayClaim(post, form))
                .then(post -> family(form, Optional.empty(), request.caller()).map(family -> {
                    violations.addAll(family);
                    return Result.unless(violations, post);
                }));
    }

    private static Result<Post> mayClaim(Post post, ChildForm form) {
        boolean all = form.claims().stream()
                .allMatch(claim -> RestrictedCategories.reach(claim.categoryCode(), post, Right.CHILD_WRITE));
        return all ? Result.ok(post) : Result.refused(Problem.ROLE_FORBIDDEN);
    }

    /**
     * What is wrong with those whom the form names around the child.
     *
     * @param stored what the file says now: that is judged no more
     */
    Uni<List<Violation>> family(ChildForm form, Optional<ChildForm> stored, Caller caller) {
        List<ChildForm.Link> links = stored.map(ChildForm::links).orElse(List.of());
        Optional<UUID> home = Optional.ofNullable(form.householdId());
        boolean given = home.isPresent() && !home.equals(stored.flatMap(now -> Optional.ofNullable(now.householdId())));
        return known(home, caller).chain(known -> {
            if (given && known.isEmpty()) {
                return Uni.createFrom().item(List.of(Violation.of("householdId", "household-known")));
            }
            return members.around(
                            known, links.stream().map(ChildForm.Link::memberId).toList())
                    .map(people -> CaregiverRules.check(
                            form.links(), links, relatives(people, known), LocalDays.today(clock)));
        });
    }

    /** The household, when it is one that the caller may know of. It does not move until the child is written. */
    private Uni<Optional<UUID>> known(Optional<UUID> home, Caller caller) {
        return home.map(id -> households
                        .kept(id)
                        .map(village ->
                                home.filter(same -> village.filter(area -> caller.may(Right.HOUSEHOLD_READ, area))
                                        .isPresent())))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static Map<UUID, CaregiverRules.Relative> relatives(List<HouseholdMember> people, Optional<UUID> home) {
        return people.stream()
                .collect(Collectors.toMap(
                        member -> member.id,
                        member -> new CaregiverRules.Relative(
                                home.filter(member.householdId::equals).isPresent(), member.livesAway())));
    }

    /** What of a form belongs to others already. */
    record Collisions(boolean idTaken, Optional<Child> registered) {

        /** Those of others than this file itself. */
        Collisions apartFrom(Child own) {
            return new Collisions(idTaken, registered.filter(file -> !file.id.equals(own.id)));
        }

        /** A person has one such file; a draft may name the number of somebody, it is looked at when it is complete. */
        Result<FileStatus> refuse(FileStatus status, Caller caller) {
            if (idTaken) {
                return Result.refused(Problem.ID_REUSED);
            }
            return status.isRegistered() ? unique(registered, caller).map(unique -> status) : Result.ok(status);
        }
    }

    /** Names the other file only to whom it is open. */
    static Result<Boolean> unique(Optional<Child> other, Caller caller) {
        return other.map(file -> Result.<Boolean>refused(Refusal.because(
                        Problem.ALREADY_REGISTERED, caller.may(Right.CHILD_READ, file.areaCode) ? file.id : null)))
                .orElseGet(() -> Result.ok(true));
    }

    /** Asked before the record is looked for: what an equal request makes meanwhile is then found as the record itself. */
    Uni<Collisions> collisions(ChildForm form) {
        return parts.anyTaken(form)
                .chain(taken -> registered(form).map(registered -> new Collisions(taken, registered)));
    }

    /** Another active file of the person whose number the form names. */
    private Uni<Optional<Child>> registered(ChildForm form) {
        IdType type = form.idType();
        String number = form.idNumber();
        return (type == null || number == null
                        ? Optional.<IdentityDocument>empty()
                        : IdentityDocument.parse(type, number, LocalDays.today(clock)))
                .map(found -> children.registered(found.hashes(hashes)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
