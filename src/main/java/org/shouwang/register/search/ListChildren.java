package org.shouwang.register.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.register.Position;
import org.shouwang.register.child.RestrictedCategories;

/** The children of a scope in the order of area and id; the page is logged where it is read. */
@Singleton
class ListChildren {

    private final Areas areas;
    private final ChildRows rows;
    private final AccessRows access;
    private final Pool pool;

    ListChildren(Areas areas, ChildRows rows, AccessRows access, Pool pool) {
        this.areas = areas;
        this.rows = rows;
        this.access = access;
        this.pool = pool;
    }

    /**
     * One child more than a page holds, after a position. Refused with 403 when the category is not for the caller.
     *
     * @param limit children on the page
     */
    Uni<Result<List<ChildSummary>>> list(Caller caller, ChildFilter filter, Position after, int limit) {
        return caller.with(Right.CHILD_LIST)
                .flatMap(able -> scope(able, filter))
                .thenDo(scope -> areas.within(scope, filter.area())
                        .chain(ranges -> pool.withTransaction(tx -> rows.page(tx, ranges, filter, after, limit + 1)
                                .call(found -> logged(tx, caller, Page.shown(found, limit))))))
                .map(found -> found.map(children -> children.stream()
                        .map(child -> child.without(category -> !RestrictedCategories.visible(
                                category, caller, Right.CHILD_LIST, child.residenceAreaCode())))
                        .toList()));
    }

    private Uni<Void> logged(SqlClient tx, Caller caller, List<ChildSummary> shown) {
        List<Subject> children = shown.stream()
                .map(child -> new Subject("CHILD", child.id(), child.residenceAreaCode()))
                .toList();
        return access.looked(tx, caller, Right.CHILD_LIST, "child.list", "CHILD", children);
    }

    private static Result<AreaRanges> scope(Caller caller, ChildFilter filter) {
        AreaRanges scope = filter.category()
                .map(category -> RestrictedCategories.where(category, caller))
                .orElseGet(() -> caller.where(Right.CHILD_LIST));
        return scope.isEmpty() ? Result.refused(Problem.ROLE_FORBIDDEN) : Result.ok(scope);
    }
}
