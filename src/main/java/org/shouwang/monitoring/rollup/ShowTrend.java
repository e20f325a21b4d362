package org.shouwang.monitoring.rollup;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.shouwang.area.AskedAreas;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.catalogue.PlanRound;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Shows how an indicator went in an area over the years of its plan round. */
@Singleton
class ShowTrend {

    private final Catalogues catalogues;
    private final AskedAreas asked;
    private final RollUpRows rows;
    private final Clock clock;

    ShowTrend(Catalogues catalogues, AskedAreas asked, RollUpRows rows, Clock clock) {
        this.catalogues = catalogues;
        this.asked = asked;
        this.rows = rows;
        this.clock = clock;
    }

    /** Refused with 404 for an area that is not the caller's, and for an indicator that is in no catalogue. */
    Uni<Result<TrendView>> of(String code, AreaCode area, Caller caller) {
        return caller.with(Right.MONITORING_LIST)
                .then(able -> asked.of(area, Right.MONITORING_LIST, able))
                .chain(found -> found.flatMap(place -> catalogues
                                .on(LocalDays.today(clock))
                                .find(code)
                                .map(indicator -> Result.ok(new Wanted(indicator, place.code())))
                                .orElseGet(() -> Result.refused(Problem.NOT_FOUND)))
                        .thenDo(this::show));
    }

    private record Wanted(Indicator indicator, AreaCode area) {}

    private Uni<TrendView> show(Wanted wanted) {
        Indicator indicator = wanted.indicator();
        PlanRound round = catalogues.round(indicator);
        return rows.overTime(wanted.area(), indicator.code(), round.fromYear(), round.toYear())
                .map(moments -> new Course(indicator, moments))
                .map(course -> new TrendView(
                        indicator.code(),
                        wanted.area(),
                        course.moments().stream()
                                .map(moment -> item(course, moment))
                                .toList()));
    }

    private static TrendView.Item item(Course course, Moment moment) {
        return new TrendView.Item(
                moment.year(),
                moment.quarter(),
                moment.numerator(),
                moment.denominator(),
                course.indicator().value(moment.numerator(), moment.denominator()),
                course.overThreeYears(moment),
                course.years(moment));
    }
}
