package org.shouwang.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * What a trail entry is about.
 *
 * @param area where it belongs; null for what belongs to the whole instance
 */
public record Subject(String type, UUID id, @Nullable AreaCode area) {

    /** The area as its column holds it. */
    @Nullable
    Long areaValue() {
        return area == null ? null : area.value();
    }
}
