package org.shouwang.visit;

import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.visit.VisitCodes.Verdict;
import org.shouwang.visit.VisitCodes.VerifyStatus;

/** Who may verify a visit, and what may be found of it. */
final class Verifying {

    private Verifying() {}

    /**
     * The post under which it is verified: what the verifier saw is the version that the request names.
     *
     * @return refused with 404 outside the area, with a sentence where the visit is the verifier's own or a return says
     *     nothing, with 412 when it was amended since, with 409 when it was verified
     */
    static Result<Post> decide(Visit visit, VerificationForm form, Result<BaseVersion> seen, Caller caller) {
        return caller.acting(Right.VISIT_CHECK, visit.areaCode)
                .flatMap(acting -> visit.createdBy.equals(caller.workerId())
                        ? Result.<Post>invalid("id", "visit-checked-by-another")
                        : Result.ok(acting))
                .flatMap(acting -> form.verdict() == Verdict.RETURNED && isBlank(form)
                        ? Result.<Post>invalid("comment", "visit-return-needs-comment")
                        : Result.ok(acting))
                .flatMap(acting ->
                        seen.flatMap(version -> version.against(visit.version)).map(same -> acting))
                .flatMap(acting -> isOpen(visit.verifyStatus, form.verdict())
                        ? Result.ok(acting)
                        : Result.<Post>refused(Problem.STATE_CONFLICT));
    }

    /** What was returned may be found right after all; what was found right stays so. */
    private static boolean isOpen(VerifyStatus status, Verdict verdict) {
        return switch (status) {
            case PENDING -> true;
            case RETURNED -> verdict == Verdict.VERIFIED;
            case VERIFIED -> false;
        };
    }

    private static boolean isBlank(VerificationForm form) {
        return form.comment() == null || form.comment().isBlank();
    }
}
