package org.shouwang.platform.record;

import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** The version of a record that an edit was made from: the one under which its author saw it last. */
public record BaseVersion(int value) {

    /** Refused with 412 when somebody has changed the record since. */
    public Result<BaseVersion> against(int current) {
        return value == current ? Result.ok(this) : Result.refused(Problem.STALE_VERSION);
    }
}
