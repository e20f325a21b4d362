package org.shouwang.register;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** When a file may be closed and opened again (roles and law, section 7). */
final class ClosingRules {

    private ClosingRules() {}

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
