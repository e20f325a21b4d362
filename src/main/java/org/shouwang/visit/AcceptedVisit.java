package org.shouwang.visit;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.household.HouseholdFacts;
import org.shouwang.register.move.Residences;

/**
 * A visit that may be written, and under which post.
 *
 * @param village where the household lives now
 * @param recordedAt where it lived when the visit was made
 */
record AcceptedVisit(
        VisitForm form, Post acting, AreaCode village, AreaCode recordedAt, Map<UUID, ChildFacts> children) {

    /**
     * Whether the caller may record this visit, and whether it is believable.
     *
     * <p>A child may be visited away from its own household, at its grandparents' say, but only within the caller's scope.
     *
     * @param then where they lived when the visit was made
     * @return refused with 404 when the household or any child is unknown or out of scope, so that neither tells them apart
     */
    static Result<AcceptedVisit> decide(
            VisitForm form,
            Optional<HouseholdFacts> household,
            Map<UUID, ChildFacts> children,
            Residences then,
            Caller caller,
            Instant now) {
        if (household.isEmpty()) {
            return Result.refused(Problem.NOT_FOUND);
        }
        HouseholdFacts home = household.get();
        Predicate<AreaCode> covered = place -> caller.may(Right.VISIT_WRITE, place);
        AreaCode village = home.areaCode();
        AreaCode recordedAt = then.within(home.id(), village, covered).orElse(village);
        return caller.acting(Right.VISIT_WRITE, recordedAt)
                .flatMap(acting -> form.childIds().stream().allMatch(id -> lived(children.get(id), then, covered))
                        ? Result.ok(acting)
                        : Result.<Post>refused(Problem.NOT_FOUND))
                .flatMap(acting -> Result.unless(
                        VisitRules.check(form, people(home, then), now),
                        new AcceptedVisit(form, acting, village, recordedAt, children)));
    }

    private static boolean lived(@Nullable ChildFacts child, Residences then, Predicate<AreaCode> covered) {
        return child != null
                && then.within(child.id(), child.areaCode(), covered).isPresent();
    }

    /** Who has gone to another household since was a member then. */
    private static Set<UUID> people(HouseholdFacts home, Residences then) {
        Set<UUID> people = new HashSet<>(home.memberIds());
        people.addAll(then.gone());
        return people;
    }

    StoredVisit born(UUID id, RequestHash request, Instant at, UUID workerId) {
        Birth birth = new Birth(id, village, recordedAt, request, at, workerId);
        List<VisitChild> answered = form.childrenOrNone().stream()
                .map(answers ->
                        new VisitChild(id, answers, facts(answers.childId()).areaCode()))
                .toList();
        return new StoredVisit(new Visit(birth, form, acting.appointmentId()), answered, form.membersOrNone());
    }

    private ChildFacts facts(UUID childId) {
        return Objects.requireNonNull(children.get(childId));
    }
}
