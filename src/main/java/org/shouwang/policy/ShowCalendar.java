package org.shouwang.policy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;

/** Shows the calendar of a year, as it is stored now. */
@Singleton
class ShowCalendar {

    private final Rulebooks rulebooks;
    private final Clock clock;

    ShowCalendar(Rulebooks rulebooks, Clock clock) {
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    Uni<CalendarView> of(int year, @Nullable AreaCode at) {
        return rulebooks.refresh().map(book -> {
            StandingCalendars calendars = book.calendars();
            return new CalendarView(
                    year,
                    calendars.isKnown(year),
                    calendars.days(year, Optional.ofNullable(at), LocalDays.today(clock)).stream()
                            .map(CalendarView.Day::of)
                            .toList());
        });
    }
}
