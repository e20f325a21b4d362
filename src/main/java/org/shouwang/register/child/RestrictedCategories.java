package org.shouwang.register.child;

import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;

/** Who sees, sets and looks for categories of class R: posts whose right reaches that class, where they hold. */
public final class RestrictedCategories {

    private RestrictedCategories() {}

    static boolean reach(CategoryCode category, Post post, Right right) {
        return category.isRestricted()
                ? post.reaches(right, FieldClass.R) && mayKnow(category, post)
                : post.reaches(right, FieldClass.S);
    }

    /**
     * {@code HIV_AFFECTED} is for the county's civil affairs bureau and the health unit alone (艾滋病防治条例 art. 39; data
     * dictionary 2.1), whatever the table says. The health unit has no post that reads files: it hears of one child by a
     * referral.
     */
    private static boolean mayKnow(CategoryCode category, Post post) {
        return category != CategoryCode.HIV_AFFECTED || post.role() == RoleCode.COUNTY_CIVIL_AFFAIRS;
    }

    public static boolean visible(CategoryCode category, Caller caller, Right right, AreaCode at) {
        return !category.isRestricted()
                || caller.posts().stream().anyMatch(post -> post.allows(right, at) && reach(category, post, right));
    }

    /** Where children may be looked for by this category. */
    public static AreaRanges where(CategoryCode category, Caller caller) {
        return caller.posts().stream()
                .filter(post -> post.has(Right.CHILD_LIST) && reach(category, post, Right.CHILD_LIST))
                .map(Post::areas)
                .reduce(AreaRanges.NONE, AreaRanges::union);
    }
}
