package org.shouwang.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * A village or community in the coverage, where it is run (托管 included), not where its code says.
 *
 * @param township the township that runs it, or the one it lies in
 * @param above what runs the township: county, city or organisation
 */
record CountedVillage(Part village, Part township, Part above) {

    /** An area or, where an organisation runs it, that organisation. */
    record Part(@Nullable AreaCode area, @Nullable UUID organisation, String name) {}

    /** Whether it counts for this area: itself, its township or what runs that. */
    boolean isIn(AreaCode asked) {
        return asked.equals(village.area()) || asked.equals(township.area()) || asked.equals(above.area());
    }
}
