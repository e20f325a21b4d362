package org.shouwang.register.household;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Who sees and sets the categories of a woman: the women's line, and those of class R where the post reaches that class. */
final class WomensCategories {

    private WomensCategories() {}

    /** Null where the caller is not told of any. */
    static @Nullable List<WomensCategory> shown(HouseholdMember member, Caller caller, AreaCode at) {
        if (!caller.may(Right.WOMENS_CATEGORY_READ, at)) {
            return null;
        }
        return of(member).stream()
                .filter(category -> caller.sees(Right.WOMENS_CATEGORY_READ, fields(category), at))
                .toList();
    }

    static Set<WomensCategory> of(HouseholdMember member) {
        Set<WomensCategory> categories = EnumSet.noneOf(WomensCategory.class);
        if (member.womensCategories != null) {
            Stream.of(member.womensCategories).map(WomensCategory::valueOf).forEach(categories::add);
        }
        return categories;
    }

    static void set(HouseholdMember member, Set<WomensCategory> categories) {
        member.womensCategories = categories.isEmpty()
                ? null
                : categories.stream().map(Enum::name).toArray(String[]::new);
    }

    /**
     * What stands afterwards: what was asked for, and what the post cannot see and so cannot have taken away.
     *
     * @return refused with 403 when something was asked for that the post does not reach
     */
    static Result<Set<WomensCategory>> written(
            Set<WomensCategory> before, Collection<WomensCategory> asked, Post post) {
        if (!asked.stream().allMatch(category -> reaches(post, category))) {
            return Result.refused(Problem.ROLE_FORBIDDEN);
        }
        Set<WomensCategory> after = EnumSet.noneOf(WomensCategory.class);
        after.addAll(asked);
        before.stream().filter(category -> !reaches(post, category)).forEach(after::add);
        return Result.ok(after);
    }

    private static boolean reaches(Post post, WomensCategory category) {
        return post.reaches(Right.WOMENS_CATEGORY_WRITE, fields(category));
    }

    private static FieldClass fields(WomensCategory category) {
        return category.isRestricted() ? FieldClass.R : FieldClass.S;
    }
}
