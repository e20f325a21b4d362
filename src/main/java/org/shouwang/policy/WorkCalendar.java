package org.shouwang.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Working days as the State Council's holiday notices (国务院办公厅关于节假日安排的通知) shift them; Monday to Friday where they
 * say nothing.
 *
 * @param exceptions days off the ordinary week: true where people work (调休), false where they do not
 */
public record WorkCalendar(Map<LocalDate, Boolean> exceptions) {

    public boolean isWorkingDay(LocalDate day) {
        return exceptions.getOrDefault(
                day, day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    /** The {@code amount}th working day after a day, which does not count itself. */
    public LocalDate after(LocalDate day, int amount) {
        LocalDate reached = day;
        for (int left = amount; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }
}
