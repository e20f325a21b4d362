package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.card.StandingView.Item;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.catalogue.Milestone;
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
    private final Dossiers dossiers;
    private final Pool pool;
    private final Clock clock;

    ShowStanding(
            Catalogues catalogues,
            PeriodRows periods,
            ResponsibilityRows lines,
            Dossiers dossiers,
            Pool pool,
            Clock clock) {
        this.catalogues = catalogues;
        this.periods = periods;
        this.lines = lines;
        this.dossiers = dossiers;
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
        return lines.leads(pool, area, period.year()).chain(leads -> dossiers.of(pool, period, area, null)
                .map(dossier -> view(period, area, leads, dossier)));
    }

    private StandingView view(CollectionPeriod period, AreaCode area, List<Responsibility> leads, Dossier dossier) {
        CardJudge judge = new CardJudge(dossier.rules());
        Map<String, Responsibility> byIndicator =
                leads.stream().collect(Collectors.toMap(Responsibility::indicatorCode, Function.identity()));
        List<Item> items = catalogues.on(LocalDays.today(clock)).indicators().stream()
                .map(indicator -> item(indicator, byIndicator.get(indicator.code()), dossier, judge))
                .toList();
        return new StandingView(
                area,
                period.id(),
                StatusClass.achieved(items.stream().map(Item::status).toList()).orElse(null),
                items);
    }

    private static Item item(Indicator indicator, @Nullable Responsibility line, Dossier dossier, CardJudge judge) {
        Evidence evidence = dossier.evidence(indicator, line);
        BigDecimal value = evidence.compared();
        Milestone baseline = dossier.targets().of(indicator).baseline();
        Optional<YearTarget> target = evidence.year();
        return new Item(
                indicator.code(),
                judge.status(evidence),
                line == null ? null : line.unitId(),
                value == null ? null : indicator.shown(value),
                evidence.small(),
                target.map(YearTarget::text).orElse(null),
                value == null
                        ? null
                        : target.flatMap(one -> one.gap(value))
                                .map(ShowStanding::percent)
                                .orElse(null),
                value == null
                        ? null
                        : target.flatMap(one -> one.progress(baseline, value))
                                .map(ShowStanding::percent)
                                .orElse(null),
                evidence.worseInARow());
    }

    private static BigDecimal percent(BigDecimal part) {
        return part.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }
}
