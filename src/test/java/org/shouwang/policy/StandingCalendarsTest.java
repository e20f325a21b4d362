package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.policy.StandingCalendars.Stored;
import org.shouwang.staff.AreasAbove;
import org.shouwang.staff.AreasAbove.Extent;

class StandingCalendarsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-02-01");
    private static final Extent REGION = new Extent(AreaCode.of("540000000000"), 550000000000L, true);
    private static final Extent COUNTY = new Extent(AreaCode.of("540121000000"), 540122000000L, false);
    private static final AreaCode VILLAGE = AreaCode.of("540121100200");
    private static final AreaCode NEXT_COUNTY = AreaCode.of("540122100200");
    private static final AreaCode ELSEWHERE = AreaCode.of("610304101200");

    private static final Stored[] NONE = {};

    private static StandingCalendars with(Stored... more) {
        return StandingCalendars.of(
                AreasAbove.BY_CODES,
                Stream.concat(SeedCalendar.days().stream().map(day -> new Stored(null, day)), Stream.of(more))
                        .toList());
    }

    private static Stored off(Extent area, String day) {
        return new Stored(area, new CalendarDay(LocalDate.parse(day), false, "试验节"));
    }

    /** 2026: off from 15 to 23 February; 14 and 28 February, both Saturdays, are worked. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24",
        "2026-02-12, 5, 2026-02-26",
        "2026-02-20, 5, 2026-02-28",
        "2026-02-28, 1, 2026-03-02",
        "2025-01-24, 1, 2025-01-26",
        "2025-01-27, 1, 2025-02-05",
        "2025-09-30, 3, 2025-10-11",
        "2026-12-31, 1, 2027-01-01"
    })
    void workingDaysRunAroundTheHolidays(LocalDate from, int amount, LocalDate reached) {
        assertThat(with(NONE).at(ELSEWHERE, TODAY).after(from, amount)).isEqualTo(reached);
    }

    @Test
    void whatComesAlongIsWhatTheStateCouncilSays() {
        assertThat(SeedCalendar.days().stream().filter(day -> day.day().getYear() == 2025 && !day.working()))
                .hasSize(28);
        assertThat(SeedCalendar.days().stream().filter(day -> day.day().getYear() == 2026 && !day.working()))
                .hasSize(33);
        assertThat(SeedCalendar.days())
                .filteredOn(CalendarDay::working)
                .extracting(day -> day.day().toString())
                .containsExactly(
                        "2025-01-26",
                        "2025-02-08",
                        "2025-04-27",
                        "2025-09-28",
                        "2025-10-11",
                        "2026-01-04",
                        "2026-02-14",
                        "2026-02-28",
                        "2026-05-09",
                        "2026-09-20",
                        "2026-10-10");
    }

    @Test
    void anAreaAddsItsDaysToTheNationalOnes() {
        StandingCalendars calendars = with(off(REGION, "2026-08-20"));

        assertThat(calendars.at(VILLAGE, TODAY).isWorkingDay(LocalDate.parse("2026-08-20")))
                .isFalse();
        assertThat(calendars.at(VILLAGE, TODAY).isWorkingDay(LocalDate.parse("2026-10-01")))
                .isFalse();
        assertThat(calendars.at(ELSEWHERE, TODAY).isWorkingDay(LocalDate.parse("2026-08-20")))
                .isTrue();
        assertThat(calendars.days(2026, Optional.of(VILLAGE), TODAY))
                .filteredOn(dated -> dated.area().isPresent())
                .hasSize(1);
        assertThat(calendars.days(2026, Optional.empty(), TODAY))
                .noneMatch(dated -> dated.area().isPresent());
    }

    @Test
    void theNearestAreaThatHasDaysInAYearCounts() {
        StandingCalendars calendars =
                with(off(REGION, "2026-08-20"), off(REGION, "2025-08-20"), off(COUNTY, "2026-09-08"));

        WorkCalendar village = calendars.at(VILLAGE, TODAY);

        assertThat(village.isWorkingDay(LocalDate.parse("2026-09-08"))).isFalse();
        assertThat(village.isWorkingDay(LocalDate.parse("2026-08-20"))).isTrue();
        assertThat(village.isWorkingDay(LocalDate.parse("2025-08-20"))).isFalse();
        assertThat(calendars.at(NEXT_COUNTY, TODAY).isWorkingDay(LocalDate.parse("2026-08-20")))
                .isFalse();
    }

    @Test
    void aYearOfWhichNothingIsKnownIsMondayToFriday() {
        StandingCalendars calendars = with(NONE);

        assertThat(calendars.isKnown(2026)).isTrue();
        assertThat(calendars.isKnown(2031)).isFalse();
        assertThat(calendars.at(ELSEWHERE, TODAY).isWorkingDay(LocalDate.parse("2031-10-01")))
                .isTrue();
        assertThat(StandingCalendars.of(AreasAbove.BY_CODES, List.of()).isKnown(2026))
                .isFalse();
    }
}
