package org.shouwang.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.shouwang.platform.LocalDays;

/** Nobody is woken for what can wait: from 20:00 until before 08:00 only urgent pushes go out. */
final class QuietHours {

    static final LocalTime DAY_BEGINS = LocalTime.of(8, 0);
    private static final LocalTime DAY_ENDS = LocalTime.of(20, 0);

    private QuietHours() {}

    /** The first moment, not before {@code now}, at which a push may go out. */
    static Instant earliest(Instant now, boolean urgent) {
        LocalTime time = LocalTime.ofInstant(now, LocalDays.ZONE);
        if (urgent || (!time.isBefore(DAY_BEGINS) && time.isBefore(DAY_ENDS))) {
            return now;
        }
        LocalDate today = LocalDays.of(now);
        return LocalDays.at(time.isBefore(DAY_BEGINS) ? today : today.plusDays(1), DAY_BEGINS);
    }
}
