package org.shouwang.platform.record;

import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** What a request finds when its id already exists. */
public enum Known {
    /** The same request again, and the record is in the caller's scope: answer it as it is now. */
    REPEATED,
    /** The same request again by its author, but the record has left the scope since: answer id and version only. */
    REPEATED_OUT_OF_SCOPE;

    /** Refused with 404 when a stranger meets the id by chance, with 409 when the body is another one. */
    public static Result<Known> decide(ClientRecord found, RequestHash request, Caller caller, Right read) {
        boolean visible = caller.may(read, found.areaCode);
        boolean same = request.matches(found.requestHash);
        boolean author = found.createdBy.equals(caller.workerId());
        if (!visible && !(same && author)) {
            return Result.refused(Problem.NOT_FOUND);
        }
        if (!same) {
            return Result.refused(Problem.ID_REUSED);
        }
        return Result.ok(visible ? REPEATED : REPEATED_OUT_OF_SCOPE);
    }
}
