package org.shouwang.platform;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The application's clock, injected wherever the time matters. Only tokens and leases of the platform use real time. */
final class SystemClock {

    /** PostgreSQL keeps microseconds; a moment must read the same before and after it was stored. */
    private static final Duration DATABASE_PRECISION = Duration.ofNanos(1000);

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), DATABASE_PRECISION);
    }
}
