package org.shouwang.policy;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** The working days of a year where they differ from Monday to Friday. */
@Schema(name = "WorkCalendar")
record CalendarView(
        int year,

        @Schema(description = "Whether the holiday notice of the year is known; else Monday to Friday are working days")
        boolean known,

        List<Day> days) {

    /** A day that the notice names. */
    @Schema(name = "WorkCalendarDay")
    record Day(
            LocalDate day,

            @Schema(description = "是否上班: true on a make-up day (调休)")
            boolean working,

            String name,

            @Schema(description = "Whose day it is where only an area has it (民族自治地方)") @Nullable
            AreaCode areaCode) {

        static Day of(StandingCalendars.Dated dated) {
            CalendarDay day = dated.day();
            return new Day(day.day(), day.working(), day.name(), dated.area().orElse(null));
        }
    }
}
