package org.shouwang.platform.alarm;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.shouwang.platform.FailureKind;

/** One alarm with what was measured last, as the metrics show it. */
final class Watched {

    private static final Logger LOG = Logger.getLogger(Watched.class);

    private final Alarm alarm;
    private volatile Duration age = Duration.ZERO;
    private volatile boolean raised;

    Watched(Alarm alarm, MeterRegistry meters) {
        this.alarm = alarm;
        Gauge.builder("shouwang.alarm.age", () -> age.toMillis() / 1000.0)
                .baseUnit("seconds")
                .tag("alarm", alarm.name())
                .register(meters);
        Gauge.builder("shouwang.alarm.raised", () -> raised ? 1 : 0)
                .tag("alarm", alarm.name())
                .register(meters);
    }

    /** Measures once; says in the log when the alarm is raised and when it is over, not in between. */
    Uni<Void> look() {
        return alarm.age()
                .invoke(this::note)
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("the alarm %s cannot be measured: %s", alarm.name(), FailureKind.of(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void note(Duration measured) {
        boolean late = measured.compareTo(alarm.limit()) > 0;
        if (late && !raised) {
            LOG.errorf(
                    "alarm %s: %d s, the limit is %d s",
                    alarm.name(), measured.toSeconds(), alarm.limit().toSeconds());
        } else if (!late && raised) {
            LOG.infof("alarm %s is over: %d s", alarm.name(), measured.toSeconds());
        }
        age = measured;
        raised = late;
    }
}
