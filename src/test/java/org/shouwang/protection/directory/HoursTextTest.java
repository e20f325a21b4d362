package org.shouwang.protection.directory;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"24小时", "全天", "全天24小时", "每天 00:00-24:00", "0:00—24:00"})
    void alwaysIsEveryDay(String cell) {
        assertThat(HoursText.read(cell).orElseThrow())
                .hasSize(7)
                .allMatch(hours -> hours.from().equals("00:00") && hours.to().equals("24:00"))
                .extracting(ServiceHours::weekday)
                .containsExactly(DayOfWeek.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "周一至周五 08:00-12:00 14:00-18:00；周六、周日 09:00-12:00",
                "星期一到星期五8:00～12:00，14:00～18:00;星期六和星期天9:00～12:00",
                "周一至五 8：00至12：00、14：00至18：00； 周六,周日 9:00 - 12:00"
            })
    void peopleWriteWorkingDaysInManyWays(String cell) {
        assertThat(HoursText.read(cell).orElseThrow())
                .hasSize(12)
                .contains(
                        new ServiceHours(MONDAY, "08:00", "12:00"),
                        new ServiceHours(FRIDAY, "14:00", "18:00"),
                        new ServiceHours(SATURDAY, "09:00", "12:00"),
                        new ServiceHours(SUNDAY, "09:00", "12:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"随时", "周一至周五", "周一 25:00-26:00", "周八 08:00-12:00", "周一 08:00", "周五至周一 08:00-12:00", ";"})
    void whatCannotBeReadAsAWholeIsNotRead(String cell) {
        assertThat(HoursText.read(cell)).isEmpty();
    }

    @Test
    void oneDayStandsForItself() {
        assertThat(HoursText.read("周日 10:00-16:30").orElseThrow())
                .containsExactly(new ServiceHours(SUNDAY, "10:00", "16:30"));
    }
}
