package org.shouwang.platform.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.shouwang.platform.BackgroundJob;

/** Measures every alarm, each for itself: one that cannot be measured keeps no other from being heard. */
@Singleton
class WatchAlarms implements BackgroundJob {

    private final List<Watched> alarms;

    WatchAlarms(@All List<Alarm> alarms, MeterRegistry meters) {
        this.alarms = alarms.stream().map(alarm -> new Watched(alarm, meters)).toList();
    }

    @Override
    public String name() {
        return "watch-alarms";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    /** Always 0: looking is no work of anybody's. */
    @Override
    public Uni<Integer> runOnce() {
        return Multi.createFrom()
                .iterable(alarms)
                .onItem()
                .transformToUniAndConcatenate(Watched::look)
                .collect()
                .last()
                .replaceWith(0);
    }
}
