package org.shouwang.register.child;

import java.time.LocalDate;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Who decides about which category. */
final class CategoryMoves {

    private CategoryMoves() {}

    /** The post under which the caller decides, or a refusal. A category that the caller may not know of is not there. */
    static Result<Post> decide(Child child, ChildCategory category, CategoryAct act, Caller caller, LocalDate today) {
        if (!RestrictedCategories.visible(category.categoryCode, caller, Right.CHILD_READ, child.areaCode)) {
            return Result.refused(Problem.NOT_FOUND);
        }
        Right right = category.status == CategoryStatus.VERIFIED
                ? act.kind().onceVerified()
                : act.kind().right();
        return caller.acting(right, child.areaCode)
                .flatMap(post -> RestrictedCategories.reach(category.categoryCode, post, right)
                        ? Result.ok(post)
                        : Result.refused(Problem.ROLE_FORBIDDEN))
                .flatMap(post -> act.isTakenBy(category) ? Result.ok(post) : Result.refused(Problem.STATE_CONFLICT))
                .flatMap(post -> Result.unless(act.violations(category, today), post));
    }
}
