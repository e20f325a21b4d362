package org.shouwang.visit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.register.ChildFacts;
import org.shouwang.register.HouseholdFacts;

/** A visit that may be written, and under which post. */
record AcceptedVisit(VisitForm form, Post acting, AreaCode village, Map<UUID, ChildFacts> children) {

    /**
     * Whether the caller may record this visit, and whether it is believable.
     *
     * <p>A child may be visited away from its own household, at its grandparents' say, but only within the caller's scope.
     *
     * @return refused with 404 when the household or any child is unknown or out of scope, so that neither tells them apart
     */
    static Result<AcceptedVisit> decide(
            VisitForm form,
            Optional<HouseholdFacts> household,
            Map<UUID, ChildFacts> children,
            Caller caller,
            Instant now) {
        if (household.isEmpty()) {
            return Result.refused(Problem.NOT_FOUND);
        }
        AreaCode village = household.get().areaCode();
        return caller.acting(Right.VISIT_WRITE, village)
                .flatMap(acting -> form.childIds().stream().allMatch(id -> reaches(caller, children, id))
                        ? Result.ok(acting)
                        : Result.<Post>refused(Problem.NOT_FOUND))
                .flatMap(acting -> Result.unless(
                        VisitRules.check(form, household.get().memberIds(), now),
                        new AcceptedVisit(form, acting, village, children)));
    }

    private static boolean reaches(Caller caller, Map<UUID, ChildFacts> children, UUID id) {
        ChildFacts child = children.get(id);
        return child != null && caller.may(Right.VISIT_WRITE, child.areaCode());
    }

    StoredVisit born(UUID id, RequestHash request, Instant at, UUID workerId) {
        Birth birth = new Birth(id, village, request, at, workerId);
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
