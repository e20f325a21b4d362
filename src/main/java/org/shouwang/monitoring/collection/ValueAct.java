package org.shouwang.monitoring.collection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does to a value.
 *
 * @param reason of a return or a correction
 * @param figures where it brings another version
 */
record ValueAct(
        UUID id,
        ValueActKind kind,
        @Nullable String reason,
        @Nullable Figures figures) {

    @Override
    public String toString() {
        return "***";
    }
}
