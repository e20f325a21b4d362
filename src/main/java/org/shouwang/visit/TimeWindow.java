package org.shouwang.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;

/**
 * A span of time.
 *
 * @param to exclusive
 */
record TimeWindow(Instant from, Instant to) {

    static final TimeWindow ALWAYS =
            new TimeWindow(Instant.parse("1000-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

    /**
     * Local days as a span of time; an open end where none is given.
     *
     * @param last inclusive
     */
    static TimeWindow ofDays(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new TimeWindow(
                first == null ? ALWAYS.from : startOf(first), last == null ? ALWAYS.to : startOf(last.plusDays(1)));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(LocalDays.ZONE).toInstant();
    }

    OffsetDateTime lower() {
        return from.atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime upper() {
        return to.atOffset(ZoneOffset.UTC);
    }
}
