package org.shouwang.platform.backup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The age of the last good backup, as this node last read it: a metric to ring an alarm on. */
@Singleton
class LastBackup {

    private volatile Optional<Instant> madeAt = Optional.empty();
    private final Clock clock;

    LastBackup(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        Gauge.builder("shouwang.backup.age", this, LastBackup::seconds)
                .baseUnit("seconds")
                .description("Since the snapshot of the last good backup; infinite when there is none")
                .register(meters);
    }

    void is(Optional<Instant> moment) {
        madeAt = moment;
    }

    private double seconds() {
        return BackupTimes.age(madeAt, clock.instant());
    }

    Optional<Instant> madeAt() {
        return madeAt;
    }

    boolean isTooOld() {
        return seconds() > BackupTimes.TOO_OLD.toSeconds();
    }
}
