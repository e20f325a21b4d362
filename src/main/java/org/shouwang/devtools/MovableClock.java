package org.shouwang.devtools;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Real time plus an offset that {@code POST /dev/clock} sets; it is lost when the server restarts. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
public class MovableClock extends Clock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(offset.get()).truncatedTo(ChronoUnit.MICROS);
    }

    public void moveTo(Instant now) {
        offset.set(Duration.between(Instant.now(), now));
    }

    public void advance(Duration by) {
        offset.updateAndGet(by::plus);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("days are taken in the district's zone, see LocalDays");
    }
}
