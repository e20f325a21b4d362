package org.shouwang.overview;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.area.AskedAreas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Period;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.RunArea;
import org.shouwang.staff.RunAreas;

/** Shows the work of an area in a period, counted where areas are run. */
@Singleton
class ShowOverview {

    private final AskedAreas asked;
    private final Areas areas;
    private final RunAreas run;
    private final CountWork work;
    private final Clock clock;

    ShowOverview(AskedAreas asked, Areas areas, RunAreas run, CountWork work, Clock clock) {
        this.asked = asked;
        this.areas = areas;
        this.run = run;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Of the whole scope when no area is named. Refused with 404 for an area that is not there or not the caller's, with 403
     * for a single village where the post reaches townships only, and with 422 for a period that is none.
     */
    Uni<Result<OverviewView>> of(
            @Nullable AreaCode area, @Nullable LocalDate from, @Nullable LocalDate to, Caller caller) {
        Instant now = clock.instant();
        return caller.with(Right.OVERVIEW_LIST)
                .then(able -> what(area, able))
                .chain(found -> found.then(what -> Period.of(from, to, LocalDays.of(now))
                        .thenDo(period -> show(what, period, caller.where(Right.OVERVIEW_LIST), now))));
    }

    private Uni<Result<Asked>> what(@Nullable AreaCode area, Caller able) {
        return area == null
                ? Uni.createFrom().item(Result.ok(Asked.wholeScope(able.where(Right.OVERVIEW_LIST))))
                : asked.of(area, Right.OVERVIEW_LIST, able).map(found -> found.flatMap(place -> reached(place, able)));
    }

    /** A village is small: one number of it may be one child, so it takes a post that may know of the child. */
    private static Result<Asked> reached(Areas.Place place, Caller able) {
        boolean villages = able.sees(Right.OVERVIEW_LIST, FieldClass.P, place.code());
        return place.level() == AreaLevel.VILLAGE && !villages
                ? Result.refused(Problem.ROLE_FORBIDDEN)
                : Result.ok(Asked.of(place, villages));
    }

    private Uni<OverviewView> show(Asked what, Period period, AreaRanges scope, Instant now) {
        return run.townshipsAndVillages(scope, LocalDays.of(now))
                .chain(here -> work.of(scope, Parts.askedFor(what, here), period, now)
                        .chain(counted -> parts(what, here, counted))
                        .map(parts -> new OverviewView(
                                what.area(),
                                period.from(),
                                period.to(),
                                now,
                                parts.total().numbers(),
                                OnTimeRate.of(parts.total().visits(), parts.villagesRun()),
                                parts.total().unmet(),
                                parts.townships(),
                                what.named() ? parts.villages() : List.of())));
    }

    private Uni<Parts> parts(Asked what, List<RunArea> here, Counted counted) {
        Set<AreaCode> others = new HashSet<>(counted.codes());
        others.removeAll(Parts.codes(here));
        Uni<Map<AreaCode, Areas.Place>> living =
                others.isEmpty() ? Uni.createFrom().item(Map.of()) : areas.today(others);
        return living.map(found -> Parts.of(
                what,
                here,
                counted,
                code -> found.containsKey(code) ? found.get(code).code() : code));
    }
}
