package org.shouwang.monitoring.unit;

import java.util.List;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;

/**
 * What a caller sees of the work on the plans: all of the own areas, and what concerns the own units.
 *
 * @param areas of the posts of offices
 * @param units for which the caller speaks
 */
public record Sight(AreaRanges areas, List<Unit> units) {

    public Sight {
        units = List.copyOf(units);
    }

    /** What a unit is asked in an area. */
    public boolean reaches(AreaCode area, UUID unit) {
        return areas.contains(area) || units.stream().anyMatch(own -> own.id().equals(unit));
    }

    /** The ids of the own units, as SQL takes them. */
    public UUID[] unitIds() {
        return units.stream().map(Unit::id).toArray(UUID[]::new);
    }

    /** The seats of the own units, as SQL takes them. */
    public Long[] seats() {
        return units.stream().map(unit -> unit.area().value()).toArray(Long[]::new);
    }
}
