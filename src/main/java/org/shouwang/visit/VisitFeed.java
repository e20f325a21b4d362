package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.platform.feed.ChangeFeed;
import org.shouwang.platform.feed.FeedWindow;

/** Visits of the last months in the change feed; what a page shows is logged where it is read. */
@Singleton
class VisitFeed implements ChangeFeed {

    static final String KIND = "visit";

    private final VisitRows visits;
    private final VisitTexts texts;
    private final ShownVisits shown;
    private final BrokenRecords broken;
    private final Pool pool;
    private final Clock clock;

    VisitFeed(VisitRows visits, VisitTexts texts, ShownVisits shown, BrokenRecords broken, Pool pool, Clock clock) {
        this.visits = visits;
        this.texts = texts;
        this.shown = shown;
        this.broken = broken;
        this.pool = pool;
        this.clock = clock;
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
        return pool.withTransaction(tx -> visits.closed(tx, ids)
                .map(found -> found.stream()
                        .filter(stored -> FeedWindow.VISIT.holds(stored.visit().happenedAt(), clock))
                        .toList())
                .call(found -> shown.log(tx, caller, "visit.sync", found))
                .map(found -> views(found, caller)));
    }

    private Map<UUID, Object> views(List<StoredVisit> found, Caller caller) {
        return broken.viewsOf(
                KIND,
                found.stream().filter(stored -> stored.visibleTo(caller)).toList(),
                stored -> stored.visit().id,
                stored -> VisitView.forCaller(texts.opened(stored), caller).orElseThrow());
    }
}
