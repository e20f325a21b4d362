package org.shouwang.register;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** The children of a scope in the order of area and id. */
@Singleton
class ListChildren {

    private final Areas areas;
    private final ChildRows rows;

    ListChildren(Areas areas, ChildRows rows) {
        this.areas = areas;
        this.rows = rows;
    }

    /** Up to {@code limit} children after a position. Refused with 403 when the category is not for the caller. */
    Uni<Result<List<ChildSummary>>> list(Caller caller, ChildFilter filter, Position after, int limit) {
        return caller.with(Right.CHILD_LIST)
                .flatMap(able -> scope(able, filter))
                .thenDo(scope -> filter.area()
                        .map(areas::range)
                        .map(range -> range.map(scope::intersect))
                        .orElseGet(() -> Uni.createFrom().item(scope))
                        .chain(ranges -> rows.page(ranges, filter, after, limit)))
                .map(found -> found.map(children -> children.stream()
                        .map(child -> child.without(category -> !RestrictedCategories.visible(
                                category, caller, Right.CHILD_LIST, child.residenceAreaCode())))
                        .toList()));
    }

    private static Result<AreaRanges> scope(Caller caller, ChildFilter filter) {
        AreaRanges scope = filter.category()
                .map(category -> RestrictedCategories.where(category, caller))
                .orElseGet(() -> caller.where(Right.CHILD_LIST));
        return scope.isEmpty() ? Result.refused(Problem.ROLE_FORBIDDEN) : Result.ok(scope);
    }
}
