package org.shouwang.policy;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwang.platform.problem.Violation;
import org.shouwang.policy.CalendarFile.Line;

/** Whether a list of days is the holiday notice of a year. */
final class CalendarRules {

    /** 全国年节及纪念日放假办法 (2024), art. 2: a list with fewer is a part of one, and would replace the whole. */
    private static final int LEAST_DAYS_OFF = 13;

    private CalendarRules() {}

    /**
     * What is wrong with a list.
     *
     * @param around what holds without it: nothing for the whole country, the national days for an area
     * @param national whether it is of the whole country
     */
    static List<Violation> check(List<Line> lines, WorkCalendar around, boolean national, LocalDate today) {
        if (lines.isEmpty()) {
            return List.of(Violation.of("file", "calendar-empty"));
        }
        List<Violation> found = new ArrayList<>();
        int year = lines.get(0).day().day().getYear();
        if (year < today.getYear() || year > today.getYear() + 1) {
            found.add(Violation.of(
                    lines.get(0).field(CalendarColumn.DAY),
                    "calendar-year",
                    year(today.getYear()),
                    year(today.getYear() + 1)));
        }
        Set<LocalDate> seen = new HashSet<>();
        for (Line line : lines) {
            LocalDate day = line.day().day();
            if (day.getYear() != year) {
                found.add(Violation.of(line.field(CalendarColumn.DAY), "calendar-one-year"));
            } else if (!seen.add(day)) {
                found.add(Violation.of(line.field(CalendarColumn.DAY), "calendar-day-twice"));
            } else if (line.day().working() && around.isWorkingDay(day)) {
                found.add(Violation.of(line.field(CalendarColumn.WORKING), "calendar-works-anyway"));
            }
        }
        long off = lines.stream().filter(line -> !line.day().working()).count();
        if (national && off < LEAST_DAYS_OFF) {
            found.add(Violation.of("file", "calendar-too-short", LEAST_DAYS_OFF));
        }
        return found;
    }

    /** A year is no quantity: its sentence has no thousands. */
    private static String year(int year) {
        return Year.of(year).toString();
    }
}
