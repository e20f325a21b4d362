package org.shouwang.protection.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Violation;

class ServiceHoursTest {

    private static ServiceHours monday(String from, String to) {
        return new ServiceHours(DayOfWeek.MONDAY, from, to);
    }

    @Test
    void aDayMayLastUntilMidnight() {
        assertThat(ServiceHours.check(List.of(monday("00:00", "24:00")))).isEmpty();
    }

    @Test
    void whatPassesMidnightIsTwoDays() {
        assertThat(ServiceHours.check(List.of(monday("22:00", "06:00"))))
                .containsExactly(Violation.of("hours[0].to", "resource-hours-end"));
    }

    @Test
    void aBreakAtNoonIsNoOverlap() {
        assertThat(ServiceHours.check(List.of(monday("08:00", "12:00"), monday("12:00", "18:00"))))
                .isEmpty();
    }

    @Test
    void twoSpansOfOneDayDoNotOverlap() {
        assertThat(ServiceHours.check(List.of(monday("08:00", "12:01"), monday("12:00", "18:00"))))
                .containsExactly(Violation.of("hours[1]", "resource-hours-overlap"));
    }

    @Test
    void theSameHoursOfTwoDaysAreNoOverlap() {
        assertThat(ServiceHours.check(
                        List.of(monday("08:00", "12:00"), new ServiceHours(DayOfWeek.TUESDAY, "08:00", "12:00"))))
                .isEmpty();
    }

    @Test
    void theColumnGivesBackWhatItTook() {
        List<ServiceHours> hours = List.of(monday("08:00", "24:00"));

        assertThat(ServiceHours.of(ServiceHours.json(hours))).isEqualTo(hours);
    }
}
