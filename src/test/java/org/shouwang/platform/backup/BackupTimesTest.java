package org.shouwang.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackupTimesTest {

    private static final LocalTime AT = LocalTime.of(2, 30);
    /** 02:30 on 22 November in Shanghai. */
    private static final Instant HALF_PAST_TWO = Instant.parse("2026-11-21T18:30:00Z");

    @Test
    void theFirstBackupIsDueAtOnce() {
        assertThat(BackupTimes.due(Optional.empty(), AT, HALF_PAST_TWO.plusSeconds(40_000)))
                .isTrue();
    }

    @Test
    void oneIsDueFromItsTimeOn() {
        Optional<Instant> yesterday = Optional.of(HALF_PAST_TWO.minusSeconds(86_400));

        assertThat(BackupTimes.due(yesterday, AT, HALF_PAST_TWO.minusSeconds(1)))
                .isFalse();
        assertThat(BackupTimes.due(yesterday, AT, HALF_PAST_TWO)).isTrue();
    }

    @Test
    void oneThatWasMissedIsMadeUpForBeforeTheNextTime() {
        Optional<Instant> theDayBefore = Optional.of(HALF_PAST_TWO.minusSeconds(86_400));

        assertThat(BackupTimes.due(theDayBefore, AT, HALF_PAST_TWO.plusSeconds(80_000)))
                .isTrue();
    }

    @Test
    void oneADayIsEnough() {
        Optional<Instant> made = Optional.of(HALF_PAST_TWO);

        assertThat(BackupTimes.due(made, AT, HALF_PAST_TWO.plusSeconds(86_399))).isFalse();
    }

    @Test
    void withoutABackupItsAgeRingsEveryAlarm() {
        assertThat(BackupTimes.age(Optional.empty(), HALF_PAST_TWO)).isGreaterThan(1e300);
        assertThat(BackupTimes.age(Optional.of(HALF_PAST_TWO), HALF_PAST_TWO.plusSeconds(60)))
                .isEqualTo(60);
    }
}
