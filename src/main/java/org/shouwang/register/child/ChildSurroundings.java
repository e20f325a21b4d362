package org.shouwang.register.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.problem.Violation;

/**
 * What is known of the places that a child's file names.
 *
 * @param places what the codes stand for today, as far as they are areas
 * @param director appointment of the children's director of the child's village, when the post is filled
 */
record ChildSurroundings(Map<AreaCode, Areas.Place> places, Optional<UUID> director) {

    ChildSurroundings {
        places = Map.copyOf(places);
    }

    /** The village where the child lives, by its code of today. */
    AreaCode residence(ChildForm form) {
        return residence(places, form);
    }

    static AreaCode residence(Map<AreaCode, Areas.Place> places, ChildForm form) {
        Areas.Place place = places.get(form.residenceAreaCode());
        return place == null ? form.residenceAreaCode() : place.code();
    }

    List<Violation> check(ChildForm form) {
        List<Violation> violations = new ArrayList<>();
        Areas.Place residence = places.get(form.residenceAreaCode());
        if (residence == null || residence.level() != AreaLevel.VILLAGE) {
            violations.add(Violation.of("residenceAreaCode", "village"));
        }
        AreaCode hukou = form.hukouAreaCode();
        if (hukou != null && !places.containsKey(hukou)) {
            violations.add(Violation.of("hukouAreaCode", "area-exists"));
        }
        return violations;
    }
}
