package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026,      ",
        "2026-12-01, 2026,      2026-12-01",
        "2026-12-31, 2026,      2026-12-01",
        "2026-12-31, 2026 2027, ",
        "2027-03-01, 2026,      2026-12-01",
        "2026-06-01, 2027,      2025-12-01"
    })
    void itIsMissingFromTheFirstOfDecember(LocalDate today, String known, LocalDate since) {
        Set<Integer> years = Stream.of(known.split(" ")).map(Integer::valueOf).collect(Collectors.toSet());

        assertThat(MissingCalendar.since(today, years::contains)).isEqualTo(Optional.ofNullable(since));
    }
}
