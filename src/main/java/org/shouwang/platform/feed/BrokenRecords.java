package org.shouwang.platform.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.shouwang.platform.alarm.Alarm;
import org.shouwang.platform.secret.SealBroken;

/**
 * Records whose encrypted fields do not open. One such row must not keep a village from all others: the feed leaves it out, says no
 * removal of it, since the phone may hold the last good copy, and an operator is told.
 *
 * <p>What this node has met stays until the node reads the record again, after it was repaired, or is restarted.
 */
@Singleton
public class BrokenRecords implements Alarm {

    /** What a loader answers in place of a record that does not open. */
    public static final Object BROKEN = new Object();

    private static final Logger LOG = Logger.getLogger(BrokenRecords.class);

    /** An alarm needs no more of them, and memory has an end. */
    private static final int REMEMBERED = 1000;

    private final Map<Met, Instant> since = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Clock clock;

    BrokenRecords(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    private record Met(String kind, UUID id) {}

    /** The view of a record, or {@link #BROKEN} where it cannot be made since a field does not open. */
    public Object viewOf(String kind, UUID id, Supplier<?> view) {
        Met record = new Met(kind, id);
        try {
            Object made = view.get();
            since.remove(record);
            return made;
        } catch (SealBroken e) {
            note(record);
            return BROKEN;
        }
    }

    /** The views of these records as {@link ChangeFeed#load} answers them: by their ids, each as {@link #viewOf}. */
    public <R> Map<UUID, Object> viewsOf(
            String kind, Collection<R> records, Function<R, UUID> id, Function<R, ?> view) {
        return records.stream()
                .collect(Collectors.toMap(id, record -> viewOf(kind, id.apply(record), () -> view.apply(record))));
    }

    private void note(Met record) {
        meters.counter("shouwang.feed.broken.records", "kind", record.kind).increment();
        if (since.size() < REMEMBERED && since.putIfAbsent(record, clock.instant()) == null) {
            LOG.errorf("%s %s does not open: the feed leaves it out", record.kind, record.id);
        }
    }

    @Override
    public String name() {
        return "broken-record";
    }

    /** One is too many. */
    @Override
    public Duration limit() {
        return Duration.ZERO;
    }

    /** Since the first of them was met; at least a second, so that it is raised at once. */
    @Override
    public Uni<Duration> age() {
        return Uni.createFrom().item(() -> since.values().stream()
                .min(Comparator.naturalOrder())
                .map(first -> Duration.between(first, clock.instant()))
                .map(age -> age.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : age)
                .orElse(Duration.ZERO));
    }
}
