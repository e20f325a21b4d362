package org.shouwang.sync;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.feed.ChangeFeed;

/** The kinds of records that phones keep, in the order of their names. One kind is asked after the other: a phone takes one connection at a time. */
@Singleton
class Feeds {

    private final Map<String, ChangeFeed> byKind = new TreeMap<>();

    Feeds(@All List<ChangeFeed> feeds) {
        feeds.forEach(feed -> byKind.put(feed.kind(), feed));
    }

    Set<String> kinds() {
        return Set.copyOf(byKind.keySet());
    }

    Collection<ChangeFeed> all() {
        return List.copyOf(byKind.values());
    }

    Optional<ChangeFeed> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** What the caller may see of these records, by kind; kinds without a loader are absent. */
    Uni<Map<String, Map<UUID, Object>>> load(Map<String, Set<UUID>> wanted, Caller caller) {
        Uni<Map<String, Map<UUID, Object>>> all = Uni.createFrom().item(HashMap::new);
        for (ChangeFeed feed : all()) {
            Set<UUID> ids = wanted.getOrDefault(feed.kind(), Set.of());
            Uni<Map<UUID, Object>> records = ids.isEmpty() ? Uni.createFrom().item(Map.of()) : feed.load(ids, caller);
            all = all.chain(loaded -> records.map(found -> {
                loaded.put(feed.kind(), found);
                return loaded;
            }));
        }
        return all;
    }
}
