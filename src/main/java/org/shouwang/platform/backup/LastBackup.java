package org.shouwang.platform.backup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The age of the last good backup, as this node last read it: a metric to ring an alarm on, and {@code /q/health/well}. Not
 * part of readiness, since a server whose backups fail goes on serving.
 */
@Wellness
@Singleton
class LastBackup implements HealthCheck {

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

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("backup")
                .status(seconds() <= BackupTimes.TOO_OLD.toSeconds())
                .withData("madeAt", madeAt.map(Instant::toString).orElse("never"))
                .build();
    }
}
