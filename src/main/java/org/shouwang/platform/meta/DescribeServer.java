package org.shouwang.platform.meta;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.feed.PulledKind;
import org.shouwang.platform.http.OldApps;
import org.shouwang.platform.operation.OperationHandler;

/** Says what this server is; nothing in it is of a person or a place. */
@Singleton
class DescribeServer {

    private static final String PRODUCT = "shouwang";
    private static final String API_VERSION = "1";

    private final String serverVersion;
    private final OldApps oldApps;
    private final List<String> kinds;
    private final List<String> operationTypes;
    private final List<KnownLimits> limits;
    private final Clock clock;

    DescribeServer(
            @ConfigProperty(name = "quarkus.application.version") String serverVersion,
            OldApps oldApps,
            @All List<PulledKind> pulled,
            @All List<OperationHandler<?>> handlers,
            @All List<KnownLimits> limits,
            Clock clock) {
        this.serverVersion = serverVersion;
        this.oldApps = oldApps;
        this.kinds = pulled.stream().map(PulledKind::kind).sorted().toList();
        this.operationTypes =
                handlers.stream().map(OperationHandler::type).sorted().toList();
        this.limits = limits;
        this.clock = clock;
    }

    MetaView describe() {
        return new MetaView(
                PRODUCT,
                API_VERSION,
                serverVersion,
                clock.instant(),
                LocalDays.ZONE.getId(),
                oldApps.minimumVersions(),
                kinds,
                operationTypes,
                limits.stream()
                        .flatMap(room -> room.limits().stream())
                        .collect(Collectors.toMap(Limit::name, Limit::value, (one, other) -> one, TreeMap::new)));
    }
}
