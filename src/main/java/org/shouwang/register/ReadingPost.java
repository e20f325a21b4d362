package org.shouwang.register;

import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** The post under which a look is logged. A look need not choose one: the first that allows it will do. */
final class ReadingPost {

    private ReadingPost() {}

    /** Refused with 403 without the right, with 404 outside the area. */
    static Result<Post> of(Caller caller, Right right, AreaCode at) {
        return caller.with(right).flatMap(able -> able.posts().stream()
                .filter(post -> post.allows(right, at))
                .findFirst()
                .map(Result::ok)
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND)));
    }
}
