package org.shouwang.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedWindowTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2025-11-23",
        // twelve months back from the end of February, and over a leap day
        "2028-02-29, 2027-02-28",
        "2029-02-28, 2028-02-28",
        "2029-03-01, 2028-03-01",
    })
    void visitsOfTwelveMonthsStay(LocalDate today, LocalDate first) {
        assertThat(FeedWindow.VISIT.firstDay(today)).isEqualTo(first);
        assertThat(FeedWindow.VISIT.holds(first, today)).isTrue();
        assertThat(FeedWindow.VISIT.holds(first.minusDays(1), today)).isFalse();
        assertThat(FeedWindow.CONTACT.firstDay(today)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, 2026-09-24", "2028-04-29, 2028-02-29", "2027-03-01, 2026-12-31"})
    void whatIsOverStaysSixtyDays(LocalDate today, LocalDate first) {
        assertThat(FeedWindow.TASK.firstDay(today)).isEqualTo(first);
        assertThat(FeedWindow.TASK.holds(first, today)).isTrue();
        assertThat(FeedWindow.TASK.holds(first.minusDays(1), today)).isFalse();
        assertThat(FeedWindow.MOVE.firstDay(today)).isEqualTo(first);
    }

    @Test
    void whatLeftAWindowNeverComesBackAsDaysGoOn() {
        LocalDate today = LocalDate.of(2027, 1, 1);
        for (int day = 0; day < 1500; day++, today = today.plusDays(1)) {
            for (FeedWindow window : FeedWindow.values()) {
                assertThat(window.firstDay(today.plusDays(1))).isAfterOrEqualTo(window.firstDay(today));
            }
        }
    }

    @Test
    void daysAreThoseOfTheDistrict() {
        Instant lastMomentOfTheDayBefore = Instant.parse("2026-09-23T15:59:59Z");
        Clock morning = Clock.fixed(Instant.parse("2026-11-22T16:00:00Z"), ZoneOffset.UTC);

        assertThat(FeedWindow.TASK.holds(lastMomentOfTheDayBefore, morning)).isFalse();
        assertThat(FeedWindow.TASK.holds(lastMomentOfTheDayBefore.plusSeconds(1), morning))
                .isTrue();
    }
}
