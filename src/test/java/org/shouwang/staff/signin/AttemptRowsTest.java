package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptRowsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void theNextAttemptIsPossibleWhenTheOldestFailureIsAQuarterOfAnHourAgo() {
        assertThat(AttemptRows.remaining(NOW.minusSeconds(60), NOW)).isEqualTo(Duration.ofMinutes(14));
    }

    @Test
    void waitingIsAtLeastASecond() {
        assertThat(AttemptRows.remaining(NOW.minus(AttemptRows.WITHIN), NOW)).isEqualTo(Duration.ofSeconds(1));
        assertThat(AttemptRows.remaining(null, NOW)).isEqualTo(Duration.ofSeconds(1));
    }
}
