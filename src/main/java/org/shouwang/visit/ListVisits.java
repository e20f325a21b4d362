package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.problem.Result;

/** The visits of an area or of a child, as the caller may see them. */
@Singleton
class ListVisits {

    private final VisitRows visits;

    ListVisits(VisitRows visits) {
        this.visits = visits;
    }

    Uni<Result<List<VisitView>>> list(VisitQuery query, Caller caller, Optional<Cursor> after, int rows) {
        return Uni.createFrom()
                .item(caller.with(Right.VISIT_LIST))
                .chain(right -> right.thenDo(
                        able -> visits.page(query, able, after, rows).map(page -> page.stream()
                                .flatMap(stored -> VisitView.forCaller(stored, able, Right.VISIT_LIST).stream())
                                .toList())));
    }
}
