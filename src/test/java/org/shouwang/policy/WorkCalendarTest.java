package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    /** The National Day holiday of 2025, with its two make-up days (国办发明电〔2024〕12号). */
    private static final WorkCalendar CALENDAR = new WorkCalendar(Map.of(
            LocalDate.parse("2025-09-28"), true,
            LocalDate.parse("2025-10-01"), false,
            LocalDate.parse("2025-10-02"), false,
            LocalDate.parse("2025-10-03"), false,
            LocalDate.parse("2025-10-06"), false,
            LocalDate.parse("2025-10-07"), false,
            LocalDate.parse("2025-10-08"), false,
            LocalDate.parse("2025-10-11"), true));

    @ParameterizedTest
    @CsvSource({
        "2025-09-22, 5, 2025-09-28",
        "2025-09-30, 1, 2025-10-09",
        "2025-09-30, 3, 2025-10-11",
        "2025-10-04, 1, 2025-10-09",
        "2025-10-11, 1, 2025-10-13",
        "2025-11-14, 0, 2025-11-14",
        "2025-11-14, 10, 2025-11-28"
    })
    void holidaysAndMakeUpDaysCount(LocalDate from, int amount, LocalDate reached) {
        assertThat(CALENDAR.after(from, amount)).isEqualTo(reached);
    }
}
