package org.shouwang.protection.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

/**
 * An act that may be done.
 *
 * @param acting the post that does it
 * @param onBehalf whether the county lead does it for an organisation in which nobody is in office
 */
record Turn(ReferralStatus next, Post acting, boolean onBehalf) {

    /**
     * Decides on an act.
     *
     * @return refused with 404 where it is not there for the caller, with 403 where the act is the other side's, with 409 and the
     *     status where it is too late or too early
     */
    static Result<Turn> decide(Referral referral, ReferralAct act, Standing standing, Instant now) {
        if (!standing.sees()) {
            return Result.refused(Problem.NOT_FOUND);
        }
        boolean receivers = act.kind().isReceivers();
        Optional<Post> acting = receivers ? standing.answering(referral.onBehalf) : standing.sender();
        if (acting.isEmpty()) {
            return Result.refused(Problem.ROLE_FORBIDDEN);
        }
        Optional<ReferralStatus> next = Moves.after(referral.status, act.kind());
        if (next.isEmpty()) {
            return Result.refused(new Refusal(
                    Problem.STATE_CONFLICT,
                    List.of(Violation.of("status", "referral-status", referral.status.name()))));
        }
        return Result.unless(
                ReferralRules.violations(act, referral.sentAt, now),
                new Turn(
                        next.get(),
                        acting.get(),
                        receivers && standing.receiver().isEmpty()));
    }
}
