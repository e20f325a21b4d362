package org.shouwang.register;

import java.util.Comparator;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Why;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** The post under which a look is logged. A look need not choose one: the first that allows it will do. */
public final class ReadingPost {

    private ReadingPost() {}

    /** Refused with 403 without the right, with 404 outside the area. */
    public static Result<Post> of(Caller caller, Right right, AreaCode at) {
        return caller.with(right).flatMap(able -> able.posts().stream()
                .filter(post -> post.allows(right, at))
                .findFirst()
                .map(Result::ok)
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND)));
    }

    /** As {@link #of}, or the post to which this child's file was opened. */
    public static Result<Post> ofChild(Caller caller, Right right, UUID child, AreaCode at) {
        return caller.may(right, at)
                ? of(caller, right, at)
                : caller.with(right).flatMap(able -> able.granted(child)
                        .flatMap(grant -> able.post(grant.appointmentId()))
                        .map(Result::ok)
                        .orElseGet(() -> Result.refused(Problem.NOT_FOUND)));
    }

    /** The grant for which a look is logged, where the file is not in the caller's areas. */
    public static Why why(Caller caller, Right right, UUID child, AreaCode at) {
        return caller.granted(child)
                .filter(grant -> !caller.may(right, at))
                .map(grant -> new Why(null, grant.id()))
                .orElse(Why.DUTY);
    }

    /** The post that a thing is done under for which its area does not matter: the one named in the header, or the first. */
    public static Result<Post> anywhere(Caller caller, Right right) {
        return caller.with(right).map(able -> able.posts().stream()
                .filter(post -> post.has(right))
                .min(Comparator.comparing(post -> !post.appointmentId().equals(able.named())))
                .orElseThrow());
    }
}
