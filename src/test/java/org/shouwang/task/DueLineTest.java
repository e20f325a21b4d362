package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueLineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** Days left, or minus the days since. */
    @ParameterizedTest(name = "{0} days left: {1}, news {2}, accepted {3}")
    @CsvSource({
        "5, '', false, ''",
        "4, '', false, ''",
        "3, IN_THREE_DAYS, true, ''",
        "2, '', false, ''",
        "1, TOMORROW, true, ''",
        "0, TODAY, true, TODAY",
        "-1, LATE, true, LATE",
        "-2, LATE, false, LATE",
        "-3, LATE LATE_THREE_DAYS, true, LATE LATE_THREE_DAYS",
        "-4, LATE, false, LATE",
        "-7, LATE LATE_SEVEN_DAYS, true, LATE LATE_SEVEN_DAYS",
        "-8, LATE, false, LATE",
        "-40, LATE, false, LATE"
    })
    void aDay(int left, String lines, boolean news, String accepted) {
        LocalDate due = TODAY.plusDays(left);

        assertThat(DueLine.of(TODAY, due, false)).isEqualTo(lines(lines));
        assertThat(DueLine.of(TODAY, due, true)).isEqualTo(lines(accepted));
        assertThat(DueLine.news(TODAY.minusDays(1), TODAY).contains(due)).isEqualTo(news);
    }

    private static List<DueLine> lines(String names) {
        return Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(DueLine::valueOf)
                .toList();
    }

    @Test
    void whatBecameLateOnMorningsWithoutAServerIsMadeUpFor() {
        assertThat(DueLine.news(TODAY.minusDays(3), TODAY))
                .containsExactlyInAnyOrder(
                        TODAY.plusDays(3),
                        TODAY.plusDays(1),
                        TODAY,
                        TODAY.minusDays(1),
                        TODAY.minusDays(2),
                        TODAY.minusDays(3),
                        TODAY.minusDays(4),
                        TODAY.minusDays(5),
                        TODAY.minusDays(7),
                        TODAY.minusDays(8),
                        TODAY.minusDays(9));
    }
}
