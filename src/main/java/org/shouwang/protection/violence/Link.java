package org.shouwang.protection.violence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/**
 * One stage of a chain as it stands.
 *
 * @param organisationId the agency that has it; null while none has
 * @param since since when it has this status
 * @param referral by which it was handed to that agency, while that is not over; null else
 */
record Link(
        ViolenceStage stage,
        StageStatus status,
        @Nullable UUID organisationId,
        Instant since,
        @Nullable UUID referral) {

    /** Somebody says so by hand: refused with 409 while an agency is asked or at it, and where the status cannot follow. */
    Result<Link> said(StageStatus to, Instant at, Victim victim) {
        if (to == StageStatus.REFUSED_BY_VICTIM && !victim.mayRefuse()) {
            return Result.invalid("status", "victim-minor");
        }
        if (referral != null || !status.sayable().contains(to)) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        boolean kept = to == StageStatus.RUNNING || to == StageStatus.DONE;
        return Result.ok(new Link(stage, to, kept ? organisationId : null, at, null));
    }

    /** Handed to an agency: to one at a time. */
    Result<Link> referred(UUID organisation, UUID by, Instant at) {
        return referral == null
                ? Result.ok(new Link(stage, StageStatus.REFERRED, organisation, at, by))
                : Result.refused(Problem.STATE_CONFLICT);
    }

    /** What the agency it was handed to answers. */
    Link heard(Answer answer, Instant at) {
        return switch (answer) {
            case TAKEN ->
                status == StageStatus.REFERRED
                        ? new Link(stage, StageStatus.RUNNING, organisationId, at, referral)
                        : this;
            case DONE -> new Link(stage, StageStatus.DONE, organisationId, at, null);
            case NOT_DONE ->
                new Link(stage, StageStatus.RUNNING, organisationId, status == StageStatus.RUNNING ? since : at, null);
            case NOT_TAKEN -> new Link(stage, StageStatus.UNDECIDED, null, at, null);
        };
    }

    /** What a referral of a stage comes to. */
    enum Answer {
        TAKEN,
        DONE,
        /** Answered, and something is left to do: it stands open for somebody else. */
        NOT_DONE,
        /** Rejected or taken back: the stage stands open as before. */
        NOT_TAKEN
    }
}
