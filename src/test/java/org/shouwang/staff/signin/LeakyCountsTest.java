package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LeakyCountsTest {

    /** About to overflow, as the clock of a machine may be. */
    private static final long NOW = Long.MAX_VALUE - 5;

    private static final Duration HOUR = Duration.ofHours(1);

    private final LeakyCounts counts = new LeakyCounts(6, HOUR, 3);

    private static long in(long minutes) {
        return NOW + Duration.ofMinutes(minutes).toNanos();
    }

    private void add(String key, int times) {
        for (int i = 0; i < times; i++) {
            counts.add(key, NOW);
        }
    }

    @Test
    void soManyMayHappenAtOnceAndTheNextWaitsForItsPart() {
        add("a", 5);
        assertThat(counts.wait("a", NOW)).isEmpty();
        add("a", 1);

        assertThat(counts.wait("a", NOW)).contains(Duration.ofMinutes(10));
        assertThat(counts.wait("a", in(4))).contains(Duration.ofMinutes(6));
        assertThat(counts.wait("a", in(10))).isEmpty();
        assertThat(counts.wait("b", NOW)).isEmpty();
    }

    @Test
    void afterAllOfTheTimeAllMayHappenAgain() {
        add("a", 6);
        for (int i = 0; i < 6; i++) {
            assertThat(counts.wait("a", in(60))).isEmpty();
            counts.add("a", in(60));
        }

        assertThat(counts.wait("a", in(60))).isPresent();
    }

    @Test
    void whatWasUnderWayTogetherLocksNobodyOutForLonger() {
        add("a", 100);

        assertThat(counts.wait("a", NOW)).contains(Duration.ofMinutes(10));
    }

    @Test
    void whoWasQuietForLongestIsForgotten() {
        add("a", 6);
        add("b", 6);
        add("c", 6);
        counts.wait("a", NOW);

        add("d", 1);

        assertThat(counts.wait("b", NOW)).isEmpty();
        assertThat(counts.wait("a", NOW)).isPresent();
        assertThat(counts.wait("c", NOW)).isPresent();
    }

    /** Whatever the rhythm: never more in any hour than at once and what leaks away in it. */
    @Property
    void neverMoreThanTwiceAsManyWithinTheTime(@ForAll @Size(max = 200) List<@IntRange(max = 15) Integer> pauses) {
        List<Integer> happened = new ArrayList<>();
        int minute = 0;
        for (int pause : pauses) {
            minute += pause;
            if (counts.wait("a", in(minute)).isEmpty()) {
                counts.add("a", in(minute));
                happened.add(minute);
            }
        }

        for (int from : happened) {
            assertThat(happened.stream().filter(one -> one >= from && one < from + 60))
                    .hasSizeLessThanOrEqualTo(12);
        }
    }
}
