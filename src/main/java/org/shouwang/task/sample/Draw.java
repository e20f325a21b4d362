package org.shouwang.task.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Sha256;

/**
 * Which visits are drawn. A visit has a place: the first eight bytes of SHA-256 over {@code <first day of the quarter>/<visit id>} as a
 * number without sign. Drawn at once are visits to children at HIGH or CRITICAL, and those whose place lies below the share of all places.
 * When the quarter is over, the lowest places that are left are drawn until the share is reached. So the sample follows from the visits
 * alone, in whatever order they arrive, but for what was drawn while fewer were there: that stays.
 */
final class Draw {

    private static final int ALL = 100;

    /** Phones that were offline for days have sent by then. */
    private static final int GRACE_DAYS = 7;

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private Draw() {}

    /** A visit of one worker in one quarter. */
    record Visited(UUID visitId, boolean drawn) {}

    static long place(LocalDate quarter, UUID visit) {
        byte[] hash = Sha256.of((quarter + "/" + visit).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }

    /** Whether it is drawn as soon as it arrives. */
    static boolean isBelow(long place, int sharePercent) {
        if (sharePercent >= ALL) {
            return true;
        }
        long share = Long.divideUnsigned(-1L, ALL) * sharePercent;
        return Long.compareUnsigned(place, share) < 0;
    }

    /** What is drawn besides, so that of all visits of the quarter at least the share is. */
    static List<UUID> filled(Collection<Visited> visits, LocalDate quarter, int sharePercent) {
        long drawn = visits.stream().filter(Visited::drawn).count();
        long missing = (visits.size() * (long) sharePercent + ALL - 1) / ALL - drawn;
        return visits.stream()
                .filter(visit -> !visit.drawn())
                .map(Visited::visitId)
                .sorted(Comparator.comparing(visit -> place(quarter, visit), Long::compareUnsigned))
                .limit(Math.max(0, missing))
                .toList();
    }

    /** When a quarter is filled up; what arrives later is at once. */
    static Instant fillsAt(LocalDate quarter, Instant now) {
        Instant closed = LocalDays.at(quarter.plusMonths(3).plusDays(GRACE_DAYS), MORNING);
        return closed.isAfter(now) ? closed : now;
    }
}
