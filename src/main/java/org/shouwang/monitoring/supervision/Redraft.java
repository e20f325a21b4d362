package org.shouwang.monitoring.supervision;

import java.util.List;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.BaseVersion;

/** What becomes of a form that is sent for a record that is there already: the same again, or another draft in its place. */
public enum Redraft {
    REPEATED,
    REPLACED;

    /**
     * Refused with 428 or 412 where the version that was seen is missing or old, with 409 where it is no draft any more.
     *
     * @param same whether the form is the one that is there
     * @param draft whether it may still be changed
     * @param rule that says in which status it is, where it may not
     */
    public static Result<Redraft> decide(
            boolean same, boolean draft, Enum<?> status, String rule, Result<BaseVersion> base, int version) {
        if (same) {
            return Result.ok(REPEATED);
        }
        return draft
                ? base.flatMap(seen -> seen.against(version)).map(fresh -> REPLACED)
                : Result.refused(
                        new Refusal(Problem.STATE_CONFLICT, List.of(Violation.of("status", rule, status.name()))));
    }
}
