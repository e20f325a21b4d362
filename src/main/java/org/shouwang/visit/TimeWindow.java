package org.shouwang.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;

/**
 * A span of time that the database can hold, whatever moments a client asks about.
 *
 * @param to exclusive
 */
record TimeWindow(Instant from, Instant to) {

    /** Years 1 to 9999. */
    static final TimeWindow STORABLE =
            new TimeWindow(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

    /**
     * Local days as a span of time.
     *
     * @param last inclusive
     */
    static TimeWindow ofDays(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new TimeWindow(
                first == null ? STORABLE.from : STORABLE.nearest(startOf(first)),
                last == null || last.getYear() > LAST_YEAR ? STORABLE.to : STORABLE.nearest(startOf(last.plusDays(1))));
    }

    private static final int LAST_YEAR = 9999;

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(LocalDays.ZONE).toInstant();
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** The moment itself, or the end of this window that it lies beyond. */
    Instant nearest(Instant moment) {
        if (moment.isBefore(from)) {
            return from;
        }
        return moment.isAfter(to) ? to : moment;
    }

    OffsetDateTime lower() {
        return from.atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime upper() {
        return to.atOffset(ZoneOffset.UTC);
    }
}
