package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;

/** Visits in the change feed; what a page shows is logged where it is read. */
@Singleton
class VisitFeed implements ChangeFeed {

    static final String KIND = "visit";

    private final VisitRows visits;
    private final ShownVisits shown;
    private final Pool pool;

    VisitFeed(VisitRows visits, ShownVisits shown, Pool pool) {
        this.visits = visits;
        this.shown = shown;
        this.pool = pool;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String schema() {
        return "Visit";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.VISIT_READ);
    }

    @Override
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return pool.withTransaction(
                        tx -> visits.byIds(tx, ids).call(found -> shown.log(tx, caller, "visit.sync", found)))
                .map(found -> views(found, caller));
    }

    private static Map<UUID, Object> views(List<StoredVisit> found, Caller caller) {
        Map<UUID, Object> views = new LinkedHashMap<>();
        found.forEach(
                stored -> VisitView.forCaller(stored, caller).ifPresent(view -> views.put(stored.visit().id, view)));
        return views;
    }
}
