package org.shouwang.monitoring.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/**
 * What was decided for an area: by itself and by those above it. A target is a published figure, so that whoever works with
 * indicators reads those of any place; the national ones stand in the catalogue.
 */
@Singleton
class FindTargets {

    private final TargetRows rows;
    private final Areas areas;

    FindTargets(TargetRows rows, Areas areas) {
        this.rows = rows;
        this.areas = areas;
    }

    Uni<Result<List<LocalTargetView>>> of(
            AreaCode area, @Nullable String indicator, @Nullable Integer year, boolean history, Caller caller) {
        return caller.with(Right.INDICATOR_LIST).then(able -> areas.today(List.of(area))
                .map(today -> today.containsKey(area) ? Result.ok(area) : Result.<AreaCode>refused(Problem.NOT_FOUND))
                .chain(found -> found.thenDo(place -> rows.of(TargetPlaces.upFrom(place), indicator, year, history)
                        .map(targets ->
                                targets.stream().map(LocalTargetView::of).toList()))));
    }
}
