package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas.Place;
import org.shouwang.area.AskedAreas;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.computed.ComputedIndicator.Counting;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

/** Shows what the system counts of an indicator in an area, now or on a day that is over. */
@Singleton
class ShowComputed {

    /** A village is a few children, a province more of them than a request may count. */
    private static final Set<AreaLevel> LEVELS = EnumSet.of(AreaLevel.CITY, AreaLevel.COUNTY, AreaLevel.TOWNSHIP);

    private final Catalogues catalogues;
    private final ComputedIndicators indicators;
    private final AskedAreas asked;
    private final Grounds grounds;
    private final CountComputed count;
    private final SnapshotRows snapshots;
    private final Clock clock;

    ShowComputed(
            Catalogues catalogues,
            ComputedIndicators indicators,
            AskedAreas asked,
            Grounds grounds,
            CountComputed count,
            SnapshotRows snapshots,
            Clock clock) {
        this.catalogues = catalogues;
        this.indicators = indicators;
        this.asked = asked;
        this.grounds = grounds;
        this.count = count;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * Of today where no day is named. Refused with 404 for an area that is not the caller's or an indicator that the system is no
     * source of, with 422 for a village, a province or a day to come.
     */
    Uni<Result<ComputedView>> of(
            String code, AreaCode area, @Nullable LocalDate on, @Nullable LocalDate from, Caller caller) {
        LocalDate today = LocalDays.today(clock);
        LocalDate day = on == null ? today : on;
        Span span = from == null ? Span.ofQuarter(day) : new Span(from, day);
        return caller.with(Right.MONITORING_READ)
                .then(able -> asked.of(area, Right.MONITORING_READ, able))
                .chain(found -> found.flatMap(place ->
                                known(code).flatMap(one -> Result.unless(violations(place, span, today), place)))
                        .thenDo(place -> show(indicators.find(code).orElseThrow(), place, span, today)));
    }

    private Result<ComputedIndicator> known(String code) {
        return indicators.find(code).map(Result::ok).orElseGet(() -> Result.refused(Problem.NOT_FOUND));
    }

    private static List<Violation> violations(Place place, Span span, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (!LEVELS.contains(place.level())) {
            found.add(Violation.of("area", "computed-area-level"));
        }
        if (span.on().isAfter(today)) {
            found.add(Violation.of("on", "computed-not-to-come"));
        }
        if (span.from().isAfter(span.on()) || span.from().getYear() != span.on().getYear()) {
            found.add(Violation.of("from", "computed-within-year"));
        }
        return found;
    }

    private Uni<ComputedView> show(ComputedIndicator indicator, Place place, Span span, LocalDate today) {
        Counting counting = indicator.counting();
        return counting == null
                ? Uni.createFrom().item(nothing(indicator, place, span, Basis.NO_SOURCE))
                : snapshots.find(indicator.code(), place.code(), span).chain(stored -> {
                    Basis basis = Basis.of(counting.kept(), stored.isPresent(), span.on(), today);
                    return basis.isCounted()
                            ? counted(counting, place, span)
                                    .map(now -> view(indicator, counting, place, span, basis, now))
                            : Uni.createFrom()
                                    .item(stored.map(then -> view(indicator, counting, place, span, basis, then))
                                            .orElseGet(() -> nothing(indicator, place, span, basis)));
                });
    }

    private Uni<Snapshot> counted(Counting counting, Place place, Span span) {
        return grounds.of(place, span.on()).chain(ground -> count.of(counting, ground, span)
                .map(found -> new Snapshot(found, ground.villages(), clock.instant())));
    }

    private ComputedView view(
            ComputedIndicator indicator, Counting counting, Place place, Span span, Basis basis, Snapshot found) {
        boolean withheld = Withheld.is(counting.about(), found.count(), found.villages());
        return new ComputedView(
                indicator.code(),
                place.code(),
                span.from(),
                span.on(),
                basis,
                withheld ? null : found.count().numerator(),
                withheld ? null : found.count().denominator(),
                withheld ? null : value(indicator.code(), span, found.count()).orElse(null),
                withheld,
                found.computedAt(),
                counting.formula(),
                indicator.textZh(),
                indicator.textEn());
    }

    private Optional<BigDecimal> value(String code, Span span, Count found) {
        Indicator indicator = catalogues.on(span.on()).find(code).orElseThrow();
        return Optional.ofNullable(
                indicator.value(BigDecimal.valueOf(found.numerator()), BigDecimal.valueOf(found.denominator())));
    }

    private static ComputedView nothing(ComputedIndicator indicator, Place place, Span span, Basis basis) {
        Counting counting = indicator.counting();
        return new ComputedView(
                indicator.code(),
                place.code(),
                span.from(),
                span.on(),
                basis,
                null,
                null,
                null,
                false,
                null,
                counting == null ? null : counting.formula(),
                indicator.textZh(),
                indicator.textEn());
    }
}
