package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;

/** Visits in the change feed. */
@Singleton
class VisitFeed implements ChangeFeed {

    static final String KIND = "visit";

    private final VisitRows visits;

    VisitFeed(VisitRows visits) {
        this.visits = visits;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.VISIT_READ);
    }

    @Override
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return visits.byIds(ids).map(found -> {
            Map<UUID, Object> views = new LinkedHashMap<>();
            found.forEach(stored ->
                    VisitView.forCaller(stored, caller).ifPresent(view -> views.put(stored.visit().id, view)));
            return views;
        });
    }
}
