package org.shouwang.sync.operation;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwang.platform.operation.OperationHandler;

/** All types of operations that some room knows. */
@Singleton
class Handlers {

    private final Map<String, OperationHandler<?>> byType;

    Handlers(@All List<OperationHandler<?>> handlers) {
        this.byType =
                handlers.stream().collect(Collectors.toUnmodifiableMap(OperationHandler::type, Function.identity()));
    }

    Optional<OperationHandler<?>> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    Set<String> types() {
        return byType.keySet();
    }

    /** The types that tell by their being there what is of class R. */
    List<String> restricted() {
        return byType.values().stream()
                .filter(OperationHandler::restricted)
                .map(OperationHandler::type)
                .toList();
    }

    /** The types that make a record on which others may wait. */
    List<String> makers() {
        return byType.values().stream()
                .filter(OperationHandler::makesRecord)
                .map(OperationHandler::type)
                .toList();
    }
}
