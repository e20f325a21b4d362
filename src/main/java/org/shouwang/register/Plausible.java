package org.shouwang.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;

/** Days and moments that can belong to a living person; beyond them the database cannot store everything. */
final class Plausible {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private Plausible() {}

    static boolean day(@Nullable LocalDate day) {
        return day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    }

    static boolean moment(@Nullable Instant moment) {
        Instant first = LocalDays.at(LocalDate.of(FIRST_YEAR, 1, 1), LocalTime.MIN);
        Instant last = LocalDays.at(LocalDate.of(LAST_YEAR, 12, 31), LocalTime.MIN);
        return moment == null || (!moment.isBefore(first) && !moment.isAfter(last));
    }
}
