package org.shouwang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Result;

class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void withoutDaysItIsTheMonthUntilToday() {
        assertThat(Period.of(null, null, TODAY)).isEqualTo(Result.ok(new Period(day("2026-03-01"), TODAY)));
    }

    @Test
    void oneDayMayBeLeftOut() {
        assertThat(Period.of(null, day("2026-02-20"), TODAY))
                .isEqualTo(Result.ok(new Period(day("2026-02-01"), day("2026-02-20"))));
        assertThat(Period.of(day("2026-01-31"), null, TODAY))
                .isEqualTo(Result.ok(new Period(day("2026-01-31"), TODAY)));
        assertThat(Period.of(day("2026-04-02"), null, TODAY))
                .isEqualTo(Result.ok(new Period(day("2026-04-02"), day("2026-04-02"))));
    }

    @Test
    void itEndsNotBeforeItBegins() {
        assertThat(Period.of(TODAY, TODAY, TODAY)).isInstanceOf(Result.Ok.class);
        assertThat(Period.of(TODAY, TODAY.minusDays(1), TODAY))
                .isEqualTo(Result.invalid("to", "period-ends-before-start"));
    }

    @Test
    void itHasAtMost366Days() {
        assertThat(Period.of(TODAY.minusDays(365), TODAY, TODAY)).isInstanceOf(Result.Ok.class);
        assertThat(Period.of(TODAY.minusDays(366), TODAY, TODAY))
                .isEqualTo(Result.invalid("to", "period-too-long", 366));
    }

    @Test
    void itBeginsAndEndsAtMidnightOfTheDistrict() {
        Period march = new Period(day("2026-03-01"), day("2026-03-31"));

        assertThat(march.begins()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(march.ends()).isEqualTo(Instant.parse("2026-03-31T16:00:00Z"));
    }
}
