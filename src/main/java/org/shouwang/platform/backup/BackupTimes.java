package org.shouwang.platform.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.shouwang.platform.LocalDays;

/** When the next backup is due, and when the last one is too old. */
final class BackupTimes {

    /** A day, and as long as the largest backup may take. */
    static final Duration TOO_OLD = Duration.ofHours(26);

    private BackupTimes() {}

    /** Whether none has been made since the last time that one was to be made. */
    static boolean due(Optional<Instant> last, LocalTime at, Instant now) {
        Instant today = LocalDays.at(LocalDays.of(now), at);
        Instant latest = today.isAfter(now) ? LocalDays.at(LocalDays.of(now).minusDays(1), at) : today;
        return last.filter(made -> !made.isBefore(latest)).isEmpty();
    }

    /** Seconds since the last one; infinite when there is none, so that an alarm on its size rings. */
    static double age(Optional<Instant> last, Instant now) {
        return last.map(made -> (double) Duration.between(made, now).toSeconds())
                .orElse(Double.POSITIVE_INFINITY);
    }
}
