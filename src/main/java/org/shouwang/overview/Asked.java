package org.shouwang.overview;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.staff.RunArea;

/**
 * What an overview is of.
 *
 * @param area null for the whole scope
 * @param runs whether a village or township counts for it
 * @param above whether what stands at this county or city itself counts for it
 * @param named whether its villages are shown one by one
 */
record Asked(@Nullable AreaCode area, Predicate<RunArea> runs, Predicate<AreaCode> above, boolean named) {

    static Asked wholeScope(AreaRanges scope) {
        return new Asked(null, run -> true, scope::contains, false);
    }

    /**
     * An area. Villages of a county or township are those that it runs; areas above run none by themselves.
     *
     * @param villages whether the caller's post there reaches single villages
     */
    static Asked of(Areas.Place place, boolean villages) {
        AreaCode code = place.code();
        return switch (place.level()) {
            case PROVINCE, CITY -> {
                AreaRanges range = code.range(place.level());
                yield new Asked(code, run -> contains(range, run), range::contains, false);
            }
            case COUNTY -> new Asked(code, run -> run.isIn(code), code::equals, false);
            case TOWNSHIP, VILLAGE -> new Asked(code, run -> run.isIn(code), code::equals, villages);
        };
    }

    private static boolean contains(AreaRanges range, RunArea run) {
        AreaCode code = run.place().area();
        return code != null && range.contains(code);
    }
}
