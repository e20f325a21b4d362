package org.shouwang.policy;

import java.time.LocalDate;

/**
 * A day of a calendar that is named in a holiday notice.
 *
 * @param working whether people work on it (调休) or not
 */
record CalendarDay(LocalDate day, boolean working, String name) {}
