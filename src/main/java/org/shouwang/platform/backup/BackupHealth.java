package org.shouwang.platform.backup;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** At {@code /q/health/well}, and no part of readiness: a server whose backups fail goes on serving. */
@Wellness
@Singleton
class BackupHealth implements HealthCheck {

    private final LastBackup last;

    BackupHealth(LastBackup last) {
        this.last = last;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("backup")
                .status(!last.isTooOld())
                .withData("madeAt", last.madeAt().map(Instant::toString).orElse("never"))
                .build();
    }
}
