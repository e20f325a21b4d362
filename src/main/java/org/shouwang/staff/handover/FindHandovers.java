package org.shouwang.staff.handover;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Handovers, for those who hand posts over in their areas. */
@Singleton
class FindHandovers {

    private final HandoverRows rows;
    private final Areas areas;

    FindHandovers(HandoverRows rows, Areas areas) {
        this.rows = rows;
        this.areas = areas;
    }

    Uni<Result<HandoverView>> one(UUID id, Caller caller) {
        return caller.with(Right.HANDOVER_WRITE).then(able -> rows.one(id)
                .map(found -> found.filter(handover -> able.may(Right.HANDOVER_WRITE, handover.areaCode()))
                        .map(Result::ok)
                        .orElse(Result.refused(Problem.NOT_FOUND))));
    }

    Uni<Result<List<HandoverView>>> list(Optional<AreaCode> area, Optional<Cursor> after, int limit, Caller caller) {
        return caller.with(Right.HANDOVER_WRITE).thenDo(able -> areas.within(able.where(Right.HANDOVER_WRITE), area)
                .chain(scope -> rows.inScope(scope, after, limit)));
    }
}
