package org.shouwang.register;

import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;

/** Who is told of categories of class R: only a post of the county's civil affairs bureau, and where it holds. */
final class RestrictedCategories {

    private RestrictedCategories() {}

    static boolean allows(Post post) {
        return post.role() == RoleCode.COUNTY_CIVIL_AFFAIRS;
    }

    static boolean visible(CategoryCode category, Caller caller, AreaCode at) {
        return !category.isRestricted()
                || caller.posts().stream().anyMatch(post -> allows(post) && post.allows(Right.CHILD_READ, at));
    }

    /** Where children may be looked for by this category. */
    static AreaRanges where(CategoryCode category, Caller caller) {
        return caller.posts().stream()
                .filter(post -> post.rights().contains(Right.CHILD_READ))
                .filter(post -> !category.isRestricted() || allows(post))
                .map(Post::areas)
                .reduce(AreaRanges.NONE, AreaRanges::union);
    }
}
