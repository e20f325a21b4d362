package org.shouwang.policy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.alarm.Alarm;

/**
 * Since when the calendar of the coming year should be here. The State Council announces it in October or November; without it
 * deadlines in working days run through the holidays.
 */
@Singleton
class MissingCalendar implements Alarm {

    private final Rulebooks rulebooks;
    private final Clock clock;

    MissingCalendar(Rulebooks rulebooks, Clock clock) {
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "work-calendar-missing";
    }

    @Override
    public Duration limit() {
        return Duration.ZERO;
    }

    @Override
    public Uni<Duration> age() {
        return rulebooks.refresh().map(book -> since(LocalDays.today(clock), book.calendars()::isKnown)
                .map(day -> Duration.between(LocalDays.at(day, LocalTime.MIDNIGHT), clock.instant()))
                .orElse(Duration.ZERO));
    }

    /** The first of December before the first year that is missing. */
    static Optional<LocalDate> since(LocalDate today, IntPredicate known) {
        int year = today.getYear();
        if (!known.test(year)) {
            return Optional.of(LocalDate.of(year - 1, Month.DECEMBER, 1));
        }
        return today.getMonth() == Month.DECEMBER && !known.test(year + 1)
                ? Optional.of(LocalDate.of(year, Month.DECEMBER, 1))
                : Optional.empty();
    }
}
