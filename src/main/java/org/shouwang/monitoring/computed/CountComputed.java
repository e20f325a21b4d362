package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.monitoring.computed.ComputedIndicator.Counting;

/** Counts an indicator from the records as they are now: a few statements, however many villages there are. */
@Singleton
class CountComputed {

    private final ComputedIndicators indicators;
    private final Grounds grounds;

    CountComputed(ComputedIndicators indicators, Grounds grounds) {
        this.indicators = indicators;
        this.grounds = grounds;
    }

    Uni<Count> of(Counting counting, Ground ground, Span span) {
        return of(counting, ground, List.of(ground), span).map(counts -> counts.get(0));
    }

    /** What was counted once on a ground, for parts of it. */
    Uni<List<Count>> of(Counting counting, Ground ground, List<Ground> parts, Span span) {
        return indicators.formula(counting).count(ground, span).chain(counted -> grounds.today(ground, counted.keySet())
                .map(today ->
                        parts.stream().map(part -> part.sum(counted, today)).toList()));
    }
}
