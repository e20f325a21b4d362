package org.shouwang.staff;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;

/**
 * A village or township as numbers count it: where it is run (托管 included), not where its code says.
 *
 * @param level VILLAGE or TOWNSHIP
 * @param township the township that runs it or the one it lies in; a township is its own
 * @param above what runs the township: county, city or organisation
 */
public record RunArea(AreaLevel level, Part place, Part township, Part above) {

    /** An area or, where an organisation runs it, that organisation. */
    public record Part(@Nullable AreaCode area, @Nullable UUID organisation, String name) {}

    /** Whether it counts for this area: itself, its township or what runs that. */
    public boolean isIn(AreaCode asked) {
        return asked.equals(place.area()) || asked.equals(township.area()) || asked.equals(above.area());
    }
}
