package org.shouwang.monitoring.catalogue;

import java.util.List;
import java.util.stream.LongStream;
import org.shouwang.platform.AreaCode;

/**
 * From a place up by its code: a plan is of the division to which a place belongs by law, whoever else runs it meanwhile (托管).
 */
final class TargetPlaces {

    private TargetPlaces() {}

    /** The place itself first. */
    static List<AreaCode> upFrom(AreaCode place) {
        return LongStream.of(1, 1_000, 1_000_000, 100_000_000, 10_000_000_000L)
                .map(span -> place.value() / span * span)
                .distinct()
                .mapToObj(AreaCode::new)
                .toList();
    }
}
