package org.shouwang.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.problem.Violation;

/** Whether an area may go over to another (data dictionary, section 23.2). */
final class SuccessionRules {

    private SuccessionRules() {}

    /**
     * What is known around a request.
     *
     * @param successor level of the successor, empty when it is not valid on the day
     * @param livingChildren whether areas below it have not ended
     * @param runsOthers whether it runs areas of others, which would be nobody's without it
     * @param circular whether the successor's own successors lead back
     */
    record Facts(
            AreaLevel level,
            LocalDate validFrom,
            Optional<AreaLevel> successor,
            boolean livingChildren,
            boolean runsOthers,
            boolean circular) {}

    static List<Violation> check(SuccessionForm form, Facts facts) {
        List<Violation> found = new ArrayList<>();
        if (facts.circular()) {
            found.add(Violation.of("successor", "area-succession-circular"));
        } else if (facts.successor().isEmpty()) {
            found.add(Violation.of("successor", "area-successor-lives"));
        } else if (!facts.successor().get().equals(facts.level())) {
            found.add(Violation.of("successor", "area-successor-level"));
        }
        if (facts.livingChildren()) {
            found.add(Violation.of("successor", "area-living-children"));
        }
        if (facts.runsOthers()) {
            found.add(Violation.of("successor", "area-runs-others"));
        }
        if (!form.on().isAfter(facts.validFrom())) {
            found.add(Violation.of("on", "area-succession-day"));
        }
        return found;
    }
}
