package org.shouwang.contract;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;
import org.shouwang.platform.feed.PulledKind;
import org.shouwang.platform.operation.OperationHandler;

/** All that the contract is made of, as the application knows it: nothing is listed by hand. */
@Singleton
class ContractSource {

    private final List<PulledKind> pulled;
    private final List<OperationHandler<?>> handlers;
    private final List<KnownLimits> limits;

    ContractSource(
            @All List<PulledKind> pulled, @All List<OperationHandler<?>> handlers, @All List<KnownLimits> limits) {
        this.pulled = pulled;
        this.handlers = handlers;
        this.limits = limits;
    }

    /** Every kind of record in the feed, with the name of its schema. */
    Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        pulled.forEach(kind -> kinds.put(kind.kind(), kind.schema()));
        return kinds;
    }

    ContractSchemas schemas() {
        return ContractSchemas.of(kinds(), handlers, OpenApiDocument.ofServer());
    }

    Stream<Limit> limits() {
        return limits.stream().flatMap(room -> room.limits().stream());
    }
}
