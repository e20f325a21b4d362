package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.card.StandingView.Item;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.PeriodRows;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Where all indicators of an area stand in a period: a bounded number of statements, however many indicators there are. */
@Singleton
class ShowStanding {

    private final Catalogues catalogues;
    private final PeriodRows periods;
    private final ResponsibilityRows lines;
    private final Standings standings;
    private final Pool pool;
    private final Clock clock;

    ShowStanding(
            Catalogues catalogues,
            PeriodRows periods,
            ResponsibilityRows lines,
            Standings standings,
            Pool pool,
            Clock clock) {
        this.catalogues = catalogues;
        this.periods = periods;
        this.lines = lines;
        this.standings = standings;
        this.pool = pool;
        this.clock = clock;
    }

    /** Of the period's own area where none is named; refused with 404 for an area that is not the caller's or not the period's. */
    Uni<Result<StandingView>> of(UUID id, @Nullable AreaCode area, Caller caller) {
        return caller.with(Right.MONITORING_READ)
                .then(able -> periods.find(pool, id).chain(found -> found.flatMap(period -> asked(period, area, able))
                        .map(place -> show(found.orElseThrow(), place).map(Result::ok))
                        .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))));
    }

    private static Optional<AreaCode> asked(CollectionPeriod period, @Nullable AreaCode area, Caller caller) {
        return Optional.of(area == null ? period.area() : area)
                .filter(place -> period.areas().contains(place) && caller.may(Right.MONITORING_READ, place));
    }

    private Uni<StandingView> show(CollectionPeriod period, AreaCode area) {
        return lines.leads(pool, area, period.year())
                .chain(leads -> standings.of(pool, period, area, catalogues.on(LocalDays.today(clock)), leads))
                .map(found -> new StandingView(
                        area,
                        period.id(),
                        StatusClass.achieved(
                                        found.stream().map(Standing::status).toList())
                                .orElse(null),
                        found.stream().map(ShowStanding::item).toList()));
    }

    private static Item item(Standing standing) {
        Responsibility line = standing.line();
        BigDecimal value = standing.compared();
        return new Item(
                standing.indicator().code(),
                standing.status(),
                line == null ? null : line.unitId(),
                value == null ? null : standing.indicator().shown(value),
                standing.small(),
                standing.yearTarget(),
                percent(standing.gap()),
                percent(standing.progress()),
                standing.worseInARow());
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal part) {
        return part == null ? null : part.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }
}
