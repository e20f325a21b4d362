package org.shouwang.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.problem.Violation;

/**
 * What is known of the places that a child's file names.
 *
 * @param levels levels of those areas that exist today
 * @param director appointment of the children's director of the child's village, when the post is filled
 */
record ChildSurroundings(Map<AreaCode, AreaLevel> levels, Optional<UUID> director) {

    ChildSurroundings {
        levels = Map.copyOf(levels);
    }

    List<Violation> check(ChildForm form) {
        List<Violation> violations = new ArrayList<>();
        if (levels.get(form.residenceAreaCode()) != AreaLevel.VILLAGE) {
            violations.add(Violation.of("residenceAreaCode", "village"));
        }
        AreaCode hukou = form.hukouAreaCode();
        if (hukou != null && !levels.containsKey(hukou)) {
            violations.add(Violation.of("hukouAreaCode", "area-exists"));
        }
        return violations;
    }
}
