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
 * @param handed how it was handed to that agency, while that is not over; null else
 */
record Link(
        ViolenceStage stage,
        StageStatus status,
        @Nullable UUID organisationId,
        Instant since,
        @Nullable Handed handed) {

    /**
     * A stage is asked of an agency.
     *
     * @param referral by which it is asked
     * @param before how the stage stood
     * @param agencyBefore the agency that had it then; null where none had
     */
    record Handed(
            UUID referral, StageStatus before, @Nullable UUID agencyBefore) {}

    /** By which it was handed to its agency, while that is not over. */
    @Nullable
    UUID referral() {
        return handed == null ? null : handed.referral();
    }

    /**
     * Somebody says so by hand: refused with 409 while an agency is asked or at it, and where the status cannot follow.
     *
     * @param by the agency that is at it or has done it without a referral; null where the one that had it stays
     */
    Result<Link> said(StageStatus to, Instant at, Victim victim, @Nullable UUID by) {
        boolean kept = to == StageStatus.RUNNING || to == StageStatus.DONE;
        if (to == StageStatus.REFUSED_BY_VICTIM && !victim.mayRefuse()) {
            return Result.invalid("status", "victim-minor");
        }
        if (by != null && !kept) {
            return Result.invalid("organisationId", "violence-agency");
        }
        if (handed != null || !status.sayable().contains(to)) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        return Result.ok(new Link(stage, to, !kept ? null : by == null ? organisationId : by, at, null));
    }

    /** Handed to an agency: to one at a time. */
    Result<Link> referred(UUID organisation, UUID by, Instant at) {
        return handed == null
                ? Result.ok(
                        new Link(stage, StageStatus.REFERRED, organisation, at, new Handed(by, status, organisationId)))
                : Result.refused(Problem.STATE_CONFLICT);
    }

    /** Taken back from the agency that is asked or at it. */
    Result<Link> takenBack(Instant at) {
        return handed == null ? Result.refused(Problem.STATE_CONFLICT) : Result.ok(heard(Answer.NOT_TAKEN, at));
    }

    /** What the agency it was handed to answers. */
    Link heard(Answer answer, Instant at) {
        return switch (answer) {
            case TAKEN ->
                status == StageStatus.REFERRED
                        ? new Link(stage, StageStatus.RUNNING, organisationId, at, handed)
                        : this;
            case DONE -> new Link(stage, StageStatus.DONE, organisationId, at, null);
            case NOT_DONE ->
                new Link(stage, StageStatus.RUNNING, null, status == StageStatus.RUNNING ? since : at, null);
            case NOT_TAKEN -> handed == null ? this : new Link(stage, handed.before(), handed.agencyBefore(), at, null);
        };
    }

    /** What a referral of a stage comes to. */
    enum Answer {
        TAKEN,
        DONE,
        /** Answered, and something is left to do: it is running for somebody else, and the agency has nothing of it any more. */
        NOT_DONE,
        /** Rejected, or taken back at any time: the stage stands as before it was asked. */
        NOT_TAKEN
    }
}
