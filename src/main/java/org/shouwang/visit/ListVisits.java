package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Result;

/** The visits of an area or of a child, as the caller may see them; the page is logged where it is read. */
@Singleton
class ListVisits {

    private final VisitRows visits;
    private final ShownVisits shown;
    private final Pool pool;

    ListVisits(VisitRows visits, ShownVisits shown, Pool pool) {
        this.visits = visits;
        this.shown = shown;
        this.pool = pool;
    }

    /**
     * One visit more than a page holds.
     *
     * @param limit visits on the page
     */
    Uni<Result<List<VisitView>>> list(VisitQuery query, Caller caller, Optional<Cursor> after, int limit) {
        return Uni.createFrom()
                .item(caller.with(Right.VISIT_LIST))
                .chain(right ->
                        right.thenDo(able -> pool.withTransaction(tx -> visits.page(tx, query, able, after, limit + 1)
                                .call(page -> shown.log(tx, able, "visit.list", Page.shown(page, limit)))
                                .map(page -> page.stream()
                                        .flatMap(stored -> VisitView.forCaller(stored, able, Right.VISIT_LIST).stream())
                                        .toList()))));
    }
}
