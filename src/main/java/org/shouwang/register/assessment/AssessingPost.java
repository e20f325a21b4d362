package org.shouwang.register.assessment;

import java.util.Comparator;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;

/** Under which post somebody assesses. */
final class AssessingPost {

    private AssessingPost() {}

    /** As {@link Caller#acting}; but whoever tells of danger is not asked to choose a post first. */
    static Result<Post> of(boolean emergency, AreaCode place, Caller caller) {
        Result<Post> acting = caller.acting(Right.ASSESSMENT_WRITE, place);
        return acting instanceof Result.Ok || !emergency
                ? acting
                : caller.posts().stream()
                        .filter(post -> post.allows(Right.ASSESSMENT_WRITE, place))
                        .min(Comparator.comparing(Post::role).thenComparing(Post::appointmentId))
                        .map(Result::ok)
                        .orElse(acting);
    }
}
