package org.shouwang.monitoring.computed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shouwang.area.Areas.Place;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;
import org.shouwang.staff.RunArea;

/**
 * Where is counted: villages and townships where they are run (托管), as in the overview.
 *
 * @param ranges in which all of it lies, with what lies there and is run by others
 * @param areas all villages and townships of these ranges
 */
record Ground(Place place, AreaRanges ranges, List<RunArea> areas) {

    Ground {
        areas = List.copyOf(areas);
    }

    /** The areas of a level that count for the place. */
    List<AreaCode> of(AreaLevel level) {
        return areas.stream()
                .filter(area -> area.level() == level && isOurs(area))
                .map(Ground::code)
                .toList();
    }

    private boolean isOurs(RunArea area) {
        return switch (place.level()) {
            case PROVINCE, CITY -> true;
            case COUNTY, TOWNSHIP, VILLAGE -> area.isIn(place.code());
        };
    }

    /** A township of this county as a ground of its own. */
    Ground at(AreaCode township) {
        return new Ground(new Place(township, AreaLevel.TOWNSHIP), ranges, areas);
    }

    /**
     * What was counted here, and at the place itself.
     *
     * @param today what a code stands for today: records of a merged village may not have moved yet
     */
    Count sum(Map<AreaCode, Count> counted, UnaryOperator<AreaCode> today) {
        Map<AreaCode, RunArea> known = areas.stream().collect(Collectors.toMap(Ground::code, area -> area));
        Predicate<AreaCode> ours = code ->
                known.containsKey(code) ? isOurs(Objects.requireNonNull(known.get(code))) : code.equals(place.code());
        return counted.entrySet().stream()
                .filter(one -> ours.test(today.apply(one.getKey())))
                .map(Map.Entry::getValue)
                .reduce(Count.NONE, Count::plus);
    }

    /** How many villages are counted together. */
    int villages() {
        return of(AreaLevel.VILLAGE).size();
    }

    /** Whether a code is one of today. */
    boolean knows(AreaCode code) {
        return areas.stream().anyMatch(area -> code(area).equals(code));
    }

    static AreaCode code(RunArea area) {
        return Objects.requireNonNull(area.place().area());
    }
}
