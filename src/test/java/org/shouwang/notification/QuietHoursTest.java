package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.platform.LocalDays;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00:00,           2026-03-02T08:00:00",
        "2026-03-02T12:30:00,           2026-03-02T12:30:00",
        "2026-03-02T19:59:59.999999999, 2026-03-02T19:59:59.999999999",
        "2026-03-02T20:00:00,           2026-03-03T08:00:00",
        "2026-03-02T21:30:00,           2026-03-03T08:00:00",
        "2026-03-02T23:59:59,           2026-03-03T08:00:00",
        "2026-03-03T00:00:00,           2026-03-03T08:00:00",
        "2026-03-03T07:59:59.999999999, 2026-03-03T08:00:00",
        "2026-12-31T20:00:00,           2027-01-01T08:00:00",
        "2028-02-28T22:00:00,           2028-02-29T08:00:00",
    })
    void whatCanWaitGoesOutByDay(LocalDateTime now, LocalDateTime earliest) {
        assertThat(QuietHours.earliest(inShanghai(now), false)).isEqualTo(inShanghai(earliest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T03:00:00", "2026-03-02T08:00:00", "2026-03-02T20:00:00", "2026-03-02T23:59:59"})
    void urgencyKnowsNoQuietHour(LocalDateTime now) {
        assertThat(QuietHours.earliest(inShanghai(now), true)).isEqualTo(inShanghai(now));
    }

    private static Instant inShanghai(LocalDateTime time) {
        return time.atZone(LocalDays.ZONE).toInstant();
    }
}
