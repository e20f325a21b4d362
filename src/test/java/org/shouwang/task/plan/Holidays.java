package org.shouwang.task.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.shouwang.policy.WorkCalendar;

/** Calendars as the State Council's notices make them: seven holidays a year, with make-up days on weekends beside them. */
final class Holidays {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 12 * 365;
    private static final int DAYS_BETWEEN = 52;
    private static final int LONGEST = 8;

    private Holidays() {}

    static WorkCalendar of(long seed) {
        Random random = new Random(seed);
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        for (int day = 0; day < DAYS; day += DAYS_BETWEEN) {
            LocalDate begin = FIRST.plusDays(day + random.nextInt(DAYS_BETWEEN / 2));
            LocalDate end = begin.plusDays(1 + random.nextInt(LONGEST));
            begin.datesUntil(end).forEach(free -> exceptions.put(free, false));
            begin.minusDays(LONGEST)
                    .datesUntil(end.plusDays(LONGEST))
                    .filter(one -> one.getDayOfWeek() == DayOfWeek.SUNDAY && random.nextBoolean())
                    .forEach(weekend -> exceptions.putIfAbsent(weekend, true));
        }
        return new WorkCalendar(exceptions);
    }
}
