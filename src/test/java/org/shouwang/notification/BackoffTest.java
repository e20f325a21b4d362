package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "0,    0.5, PT15S",
        "1,    0.5, PT30S",
        "2,    0.5, PT1M",
        "6,    0.5, PT16M",
        "7,    0.5, PT30M",
        "50,   0.5, PT30M",
        "1000, 0.5, PT30M",
        "0,    0.0, PT1S",
        "3,    0.0, PT1S",
    })
    void theCeilingDoublesUpToAnHour(int failedBefore, double chance, Duration wait) {
        assertThat(Backoff.wait(failedBefore, null, chance)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"PT2M, 0.0, PT2M", "PT2M, 0.5, PT2M15S", "PT3H, 0.5, PT3H15S"})
    void theProvidersWishIsALowerBound(Duration wish, double chance, Duration wait) {
        assertThat(Backoff.wait(9, wish, chance)).isEqualTo(wait);
    }

    @Property
    void waitsAreAlwaysBetweenASecondAndAnHour(
            @ForAll @IntRange(min = 0) int failedBefore,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double chance) {
        assertThat(Backoff.wait(failedBefore, null, chance)).isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
    }
}
