package org.shouwang.sync.operation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.platform.feed.ChangeFeed;
import org.shouwang.platform.http.Messages;

/** What became of the caller's own operations that were not accepted at once, in Chinese as all that is kept on a phone. */
@Singleton
class OperationFeed implements ChangeFeed {

    static final String KIND = "operation";

    private final OperationRows operations;
    private final KeptViews views;
    private final BrokenRecords broken;

    OperationFeed(OperationRows operations, KeptViews views, BrokenRecords broken) {
        this.operations = operations;
        this.views = views;
        this.broken = broken;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String schema() {
        return "KeptOperation";
    }

    @Override
    public Optional<Right> right() {
        return Optional.empty();
    }

    @Override
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return Panache.withSession(() -> operations.ofWorker(caller.workerId(), ids))
                .map(found -> broken.viewsOf(
                        KIND,
                        found,
                        operation -> operation.id,
                        operation -> views.view(operation, caller, Messages.CHINESE)));
    }

    /** What was forgotten still has its row in the feed. */
    @Override
    public Uni<Set<UUID>> held(Set<UUID> ids, Caller caller) {
        return Panache.withSession(() -> operations.known(caller.workerId(), ids))
                .map(Set::copyOf);
    }
}
