package org.shouwang.register.move;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** After how many days who is told that a request waits. */
@ConfigMapping(prefix = "shouwang.moves")
interface MoveLadderConfig {

    /** Whoever is asked is reminded. */
    @WithDefault("3")
    int reminderAfterDays();

    /** Who coordinates there is told. */
    @WithDefault("7")
    int coordinatorAfterDays();

    /** The county's civil affairs are told. */
    @WithDefault("14")
    int countyAfterDays();

    default Map<MoveStep, Integer> days() {
        return Map.of(
                MoveStep.ASKED,
                0,
                MoveStep.REMINDER,
                reminderAfterDays(),
                MoveStep.COORDINATOR,
                coordinatorAfterDays(),
                MoveStep.COUNTY,
                countyAfterDays());
    }
}
