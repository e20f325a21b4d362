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
        return decide(
                caller.may(read, found.areaCode),
                request.matches(found.requestHash),
                found.createdBy.equals(caller.workerId()));
    }

    /**
     * The same for a record that is no entity.
     *
     * @param visible whether the caller may read it
     * @param same whether the request is the one that made it
     * @param author whether the caller made it
     */
    public static Result<Known> decide(boolean visible, boolean same, boolean author) {
        if (!visible && !(same && author)) {
            return Result.refused(Problem.NOT_FOUND);
        }
        if (!same) {
            return Result.refused(Problem.ID_REUSED);
        }
        return Result.ok(visible ? REPEATED : REPEATED_OUT_OF_SCOPE);
    }
}
