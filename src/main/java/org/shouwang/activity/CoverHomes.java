package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.area.AskedAreas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.RunArea;
import org.shouwang.staff.RunAreas;

/** Counts how many villages of an area have a children's home that counts. */
@Singleton
class CoverHomes {

    private final AskedAreas asked;
    private final Areas areas;
    private final RunAreas run;
    private final CoverageRows rows;
    private final Clock clock;

    CoverHomes(AskedAreas asked, Areas areas, RunAreas run, CoverageRows rows, Clock clock) {
        this.asked = asked;
        this.areas = areas;
        this.run = run;
        this.rows = rows;
        this.clock = clock;
    }

    /** Of the whole scope when no area is named. Refused with 404 for an area that is not there or not the caller's. */
    Uni<Result<HomeCoverageView>> of(@Nullable AreaCode area, Caller caller) {
        return caller.with(Right.HOME_LIST).then(able -> {
            AreaRanges scope = able.where(Right.HOME_LIST);
            return area == null
                    ? counted(scope, village -> true, false).map(Result::ok)
                    : asked.of(area, Right.HOME_LIST, able)
                            .chain(found -> found.thenDo(place -> counted(scope, place)));
        });
    }

    /** Villages of a county or township are those that it runs; areas above run none by themselves. */
    private Uni<HomeCoverageView> counted(AreaRanges scope, Areas.Place place) {
        return switch (place.level()) {
            case PROVINCE, CITY ->
                areas.range(place.code()).chain(range -> counted(scope.intersect(range), village -> true, false));
            case COUNTY -> counted(scope, village -> village.isIn(place.code()), false);
            case TOWNSHIP, VILLAGE -> counted(scope, village -> village.isIn(place.code()), true);
        };
    }

    private Uni<HomeCoverageView> counted(AreaRanges scope, Predicate<RunArea> asked, boolean named) {
        LocalDate today = LocalDays.today(clock);
        return run.villages(scope, today)
                .map(villages -> villages.stream().filter(asked).toList())
                .chain(villages -> rows.withQualifiedHome(scope)
                        .map(covered -> HomeCoverageView.of(today, villages, covered, named)));
    }
}
