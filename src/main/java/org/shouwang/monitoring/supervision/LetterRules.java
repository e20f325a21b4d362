package org.shouwang.monitoring.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

/** Whether an act may be done to a letter now. */
final class LetterRules {

    private LetterRules() {}

    /**
     * Refused with 409 by the states of the letter and its card, with 422 where another deadline is out of bounds.
     *
     * @param cardIssued whether its card is out and nothing has followed yet
     */
    static Result<LetterAct> check(Letter letter, boolean cardIssued, LetterAct act, LocalDate today) {
        if (LetterMoves.after(letter.status(), act.kind()).isEmpty()) {
            return conflict(
                    Violation.of("status", "letter-status", letter.status().name()));
        }
        return switch (act.kind()) {
            case ISSUE -> cardIssued ? Result.ok(act) : conflict(Violation.of("cardId", "letter-card-issued"));
            case REJECT -> Result.unless(Deadline.again(Objects.requireNonNull(act.dueOn()), today), act);
            case INTERVIEW ->
                letter.isMissed(today) ? Result.ok(act) : conflict(Violation.of("letterId", "letter-no-interview"));
            case ACCOUNT -> account(letter, act, today);
            case RECEIVE, REPLY, ACCEPT, CLOSE, REVOKE -> Result.ok(act);
        };
    }

    /** 问责 follows a missed deadline, and stands once. */
    private static Result<LetterAct> account(Letter letter, LetterAct act, LocalDate today) {
        if (!letter.isMissed(today)) {
            return conflict(Violation.of("status", "letter-not-missed"));
        }
        return letter.accountabilityOn() == null
                ? Result.ok(act)
                : conflict(Violation.of("status", "letter-accounted"));
    }

    private static Result<LetterAct> conflict(Violation violation) {
        return Result.refused(new Refusal(Problem.STATE_CONFLICT, List.of(violation)));
    }
}
