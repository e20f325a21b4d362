package org.shouwang.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.household.HouseholdFacts;
import org.shouwang.register.move.Residences;
import org.shouwang.staff.PostsThen;
import org.shouwang.visit.VisitCodes.VerifyStatus;
import org.shouwang.visit.VisitMerge.Merged;

/** Who may amend a visit, how long, and into what. */
final class Amending {

    /** From the receipt: a phone may have kept the visit for weeks. */
    static final Duration AFTER_RECEIPT = Duration.ofDays(3);

    static final Duration AFTER_RETURN = Duration.ofDays(14);

    private Amending() {}

    /**
     * The post under which the author amends.
     *
     * @param then where they lived when it was amended
     * @return refused with 404 where the visit is not the caller's to see, with 403 where somebody else wrote it
     */
    static Result<Post> author(StoredVisit stored, Caller caller, Residences then) {
        Result<Post> now = author(stored, caller);
        boolean own = stored.visit().createdBy.equals(caller.workerId());
        return now instanceof Result.Ok<Post> || !own
                ? now
                : livedThen(stored, caller, then)
                        .map(place -> caller.acting(Right.VISIT_WRITE, place))
                        .orElse(now);
    }

    /** Where somebody of the visit lived when it was amended, and has left since. */
    private static Optional<AreaCode> livedThen(StoredVisit stored, Caller caller, Residences then) {
        Predicate<AreaCode> covered = place -> caller.may(Right.VISIT_WRITE, place);
        Visit visit = stored.visit();
        return Stream.concat(
                        then.within(visit.householdId, visit.areaCode, covered).stream(),
                        stored.children().stream()
                                .filter(child -> then.left().containsKey(child.childId))
                                .flatMap(child -> then.within(child.childId, child.areaCode, covered).stream()))
                .findFirst();
    }

    private static Result<Post> author(StoredVisit stored, Caller caller) {
        if (!stored.visibleTo(caller)) {
            return Result.refused(Problem.NOT_FOUND);
        }
        return stored.visit().createdBy.equals(caller.workerId())
                ? caller.acting(Right.VISIT_WRITE, stored.visit().areaCode)
                : Result.refused(Problem.ROLE_FORBIDDEN);
    }

    /**
     * Whether an amendment can have been made when its phone says so: after the visit, which may itself have come late, and not
     * longer ago than late work may be. Else it counts as made when it arrived.
     */
    static boolean canBeMade(Visit visit, Instant at, Instant arrived) {
        Instant happened = visit.happenedAt();
        Instant recorded = happened.isBefore(visit.createdAt) ? happened : visit.createdAt;
        return !at.isBefore(recorded)
                && !LocalDays.of(at).isBefore(LocalDays.of(arrived).minus(PostsThen.LATE_WORK));
    }

    /** Refused with 409 when the visit was verified, with a sentence when the time has passed. */
    static Result<Visit> stillOpen(Visit visit, Instant now) {
        if (visit.verifyStatus == VerifyStatus.VERIFIED) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        boolean open = !now.isAfter(visit.createdAt.plus(AFTER_RECEIPT))
                || (visit.returnedAt != null && !now.isAfter(visit.returnedAt.plus(AFTER_RETURN)));
        return open
                ? Result.ok(visit)
                : Result.invalid("createdAt", "visit-amend-too-late", AFTER_RECEIPT.toHours(), AFTER_RETURN.toDays());
    }

    /**
     * Whether the visit may read so. What it says of a child that has moved out of the caller's scope since stays as it is.
     *
     * @param children facts of all children of both forms, as far as they exist
     */
    static Result<VisitForm> into(
            StoredVisit stored,
            Merged merged,
            HouseholdFacts household,
            Map<UUID, ChildFacts> children,
            Residences then,
            Caller caller) {
        if (!merged.after().householdId().equals(stored.visit().householdId)) {
            return Result.invalid("householdId", "visit-amend-same-household");
        }
        for (UUID child : touched(merged)) {
            ChildFacts facts = children.get(child);
            if (facts == null
                    || then.within(child, facts.areaCode(), place -> caller.may(Right.VISIT_WRITE, place))
                            .isEmpty()) {
                return Result.refused(Problem.NOT_FOUND);
            }
        }
        List<Violation> violations =
                VisitRules.check(merged.after(), people(stored, household), stored.visit().receivedAt);
        return Result.unless(violations, merged.after());
    }

    /** The children of whom the visit says something else than before, those that come or go among them. */
    private static Set<UUID> touched(Merged merged) {
        Map<UUID, ChildAnswers> before = byId(merged.before());
        Map<UUID, ChildAnswers> after = byId(merged.after());
        Set<UUID> touched = new HashSet<>(before.keySet());
        touched.addAll(after.keySet());
        touched.removeIf(child -> before.containsKey(child) && before.get(child).equals(after.get(child)));
        return touched;
    }

    private static Map<UUID, ChildAnswers> byId(VisitForm form) {
        Map<UUID, ChildAnswers> byId = new HashMap<>();
        form.childrenOrNone().forEach(answers -> byId.put(answers.childId(), answers));
        return byId;
    }

    /** Who has left the household since was its member when the visit was made. */
    private static Set<UUID> people(StoredVisit stored, HouseholdFacts household) {
        Set<UUID> people = new HashSet<>(household.memberIds());
        people.addAll(stored.memberIds());
        stored.children().forEach(child -> {
            if (child.actualCaregiverId != null) {
                people.add(child.actualCaregiverId);
            }
        });
        return people;
    }
}
