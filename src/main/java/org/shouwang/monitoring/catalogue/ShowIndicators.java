package org.shouwang.monitoring.catalogue;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** The catalogue as whoever works with indicators reads it; it says nothing of an area. */
@Singleton
class ShowIndicators {

    private final Catalogues catalogues;
    private final Clock clock;

    ShowIndicators(Catalogues catalogues, Clock clock) {
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /** What is wanted of a catalogue; all where it is null. */
    record Wanted(
            @Nullable String round,
            @Nullable IndicatorDomain domain,
            @Nullable String version) {

        boolean takes(Indicator indicator) {
            return (round == null || indicator.round().equals(round))
                    && (domain == null || indicator.domain() == domain);
        }
    }

    Result<List<IndicatorView>> all(Wanted wanted, Caller caller) {
        return caller.with(Right.INDICATOR_LIST)
                .flatMap(able -> catalogue(wanted.version()))
                .map(catalogue -> catalogue.indicators().stream()
                        .filter(wanted::takes)
                        .map(IndicatorView::of)
                        .toList());
    }

    Result<IndicatorView> one(String code, @Nullable String version, Caller caller) {
        return caller.with(Right.INDICATOR_READ)
                .flatMap(able -> catalogue(version))
                .flatMap(catalogue -> found(catalogue.find(code)))
                .map(IndicatorView::of);
    }

    Result<List<PlanRound>> rounds(Caller caller) {
        return caller.with(Right.INDICATOR_LIST).map(able -> catalogues.rounds());
    }

    private Result<Catalogue> catalogue(@Nullable String version) {
        return version == null ? Result.ok(catalogues.on(LocalDays.today(clock))) : found(catalogues.find(version));
    }

    private static <T> Result<T> found(Optional<T> thing) {
        return thing.map(Result::ok).orElseGet(() -> Result.refused(Problem.NOT_FOUND));
    }
}
