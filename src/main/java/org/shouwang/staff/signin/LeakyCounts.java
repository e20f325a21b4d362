package org.shouwang.staff.signin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often something happened for each of many keys, with counts that go down evenly: so many within so long, then one more
 * each time a part of that has passed. Moments are nanoseconds of {@link System#nanoTime}, which nobody sets back. It keeps
 * one moment a key, of a bounded number of keys. Safe for all threads.
 */
final class LeakyCounts {

    private final long within;
    private final long each;
    private final Map<String, Long> emptyAt;

    /**
     * @param most how often within {@code within}
     * @param keys how many keys are remembered; the one that was quiet for longest is forgotten first
     */
    LeakyCounts(int most, Duration within, int keys) {
        this.within = within.toNanos();
        this.each = this.within / most;
        this.emptyAt = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > keys;
            }
        };
    }

    /** How long until it may happen again; empty when it may now. */
    synchronized Optional<Duration> wait(String key, long now) {
        long more = level(key, now) + each - within;
        return more > 0 ? Optional.of(Duration.ofNanos(more)) : Optional.empty();
    }

    /** Never more than may be counted: what was under way at the same moment locks nobody out for longer. */
    synchronized void add(String key, long now) {
        emptyAt.put(key, now + Math.min(level(key, now) + each, within));
    }

    private long level(String key, long now) {
        return Math.max(emptyAt.getOrDefault(key, now) - now, 0);
    }
}
