package org.shouwang.contract;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;
import org.shouwang.platform.feed.ChangeFeed;
import org.shouwang.platform.operation.OperationHandler;

/** All that the contract is made of, as the application knows it: nothing is listed by hand. */
@Singleton
class ContractSource {

    private final List<ChangeFeed> feeds;
    private final List<OperationHandler<?>> handlers;
    private final List<KnownLimits> limits;

    ContractSource(
            @All List<ChangeFeed> feeds, @All List<OperationHandler<?>> handlers, @All List<KnownLimits> limits) {
        this.feeds = feeds;
        this.handlers = handlers;
        this.limits = limits;
    }

    /** Every kind of record in the feed, with the name of its schema; whatever brings records into the feed belongs here. */
    Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        feeds.forEach(feed -> kinds.put(feed.kind(), feed.schema()));
        return kinds;
    }

    ContractSchemas schemas() {
        return ContractSchemas.of(kinds(), handlers, OpenApiDocument.ofServer());
    }

    Stream<Limit> limits() {
        return limits.stream().flatMap(room -> room.limits().stream());
    }
}
