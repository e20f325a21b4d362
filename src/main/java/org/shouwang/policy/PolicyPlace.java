package org.shouwang.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;

/**
 * An area with its matrix, as a phone is told. A phone is told of the fewest areas from which it knows the matrix of each of its
 * villages: the top ones, and those that differ from what stands above them. From a village it goes up by the parents of its areas
 * until it finds one.
 */
record PolicyPlace(AreaCode area, FollowUpPolicy policy) {

    /** @param areas of the caller, each with its parent, which need not be among them */
    static List<PolicyPlace> of(List<Areas.Below> areas, Function<AreaCode, FollowUpPolicy> at) {
        Map<AreaCode, FollowUpPolicy> held = new HashMap<>();
        areas.forEach(area -> held.put(area.code(), at.apply(area.code())));
        List<PolicyPlace> named = new ArrayList<>();
        for (Areas.Below area : areas) {
            FollowUpPolicy own = Objects.requireNonNull(held.get(area.code()));
            if (!own.equals(held.get(area.parent()))) {
                named.add(new PolicyPlace(area.code(), own));
            }
        }
        return named;
    }
}
