package org.shouwang.staff.grant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.problem.Result;

/** Shows the privacy officer whose files were opened, to whom and why. A reason may name a child, so the look is logged. */
@Singleton
class ReviewGrants {

    private final Pool pool;
    private final GrantRows grants;
    private final AccessRows accessRows;

    ReviewGrants(Pool pool, GrantRows grants, AccessRows accessRows) {
        this.pool = pool;
        this.grants = grants;
        this.accessRows = accessRows;
    }

    /** Up to {@code limit + 1} grants of the caller's area, newest first; the look at the last one is not logged yet. */
    Uni<Result<List<ReviewedGrantView>>> list(Caller caller, GrantRows.After after, int limit) {
        return caller.with(Right.ACCESS_REVIEW)
                .thenDo(able ->
                        pool.withTransaction(tx -> grants.page(tx, able.where(Right.ACCESS_REVIEW), after, limit + 1)
                                .call(found -> log(
                                        tx,
                                        able,
                                        found.stream()
                                                .limit(limit)
                                                .map(grant -> new Subject("CHILD", grant.childId(), grant.areaCode()))
                                                .toList()))));
    }

    private Uni<Void> log(SqlClient tx, Caller caller, List<Subject> children) {
        return accessRows.looked(tx, caller, Right.ACCESS_REVIEW, "grant.list", "CHILD", children);
    }
}
