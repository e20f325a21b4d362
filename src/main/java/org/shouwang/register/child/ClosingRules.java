package org.shouwang.register.child;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** When a file may be closed and opened again (roles and law, section 7). */
final class ClosingRules {

    private ClosingRules() {}

    /**
     * What others have done to the file since somebody decided about it whose decision arrives only now.
     *
     * @param acts closings and reopenings
     * @param foundAtRisk whether the child was assessed, at high risk or above
     * @param exact whether it is known when it was decided
     */
    record Since(Set<ChildAct.Kind> acts, boolean foundAtRisk, boolean exact) {

        static final Since NOTHING = new Since(Set.of(), false, true);
    }

    /**
     * Nobody closes or opens over what they could not know: they look, and decide again. A file is opened after it was closed;
     * where nobody knows when that was decided, only an opening since shows that another closing was meant.
     */
    static Result<Child> known(Child child, ChildAct.Kind act, Since since) {
        boolean anyClosing = act == ChildAct.Kind.REOPEN && !since.exact();
        boolean overtaken = anyClosing
                ? since.acts().contains(ChildAct.Kind.REOPEN)
                : !since.acts().isEmpty();
        boolean atRisk = act == ChildAct.Kind.CLOSE && since.foundAtRisk();
        return overtaken || atRisk ? Result.refused(Problem.STATE_CONFLICT) : Result.ok(child);
    }

    /** Not on its way to another village: the move ends first. Nobody comes of age on paper before the day. */
    static Result<Child> close(Child child, ChildAct.Close act, LocalDate today) {
        if (child.fileStatus != FileStatus.DRAFT && child.fileStatus != FileStatus.ACTIVE) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        LocalDate birthDate = child.birthDate;
        boolean tooYoung = birthDate != null
                && act.closeReason().age().stream().anyMatch(age -> ChildRules.ageOn(today, birthDate) < age);
        return tooYoung ? Result.invalid("closeReason", "close-too-young") : Result.ok(child);
    }

    /**
     * How a file is open again.
     *
     * @param homeless whether the household that it names lives in another village by now: it is the child's no more
     * @param director who is responsible in the village today: the post of then may have ended
     */
    record Opened(FileStatus status, boolean homeless, Optional<UUID> director) {}

    /** As complete as it is: what was missing when it was closed is missing still. */
    static Result<FileStatus> reopen(Child child, ChildParts parts, boolean homeless, LocalDate today) {
        if (child.fileStatus != FileStatus.CLOSED) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        LocalDate birthDate = child.birthDate;
        if (birthDate != null && ChildRules.ageOn(today, birthDate) >= ChildRules.ADULT) {
            return Result.invalid("birthDate", "under-age", ChildRules.ADULT);
        }
        return Result.ok(homeless ? FileStatus.DRAFT : MissingFacts.status(child, parts));
    }

    static void closed(Child child, ChildAct.Close act) {
        child.fileStatus = FileStatus.CLOSED;
        child.closeReason = act.closeReason();
    }

    static void reopened(Child child, Opened as) {
        child.fileStatus = as.status();
        child.closeReason = null;
        child.responsibleAppointmentId = as.director().orElse(null);
        if (as.homeless()) {
            child.householdId = null;
        }
    }
}
