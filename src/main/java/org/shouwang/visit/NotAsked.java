package org.shouwang.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The questions of the form (data dictionary, section 7) that a visit left open, so that whoever verifies it need not look for
 * what is absent. Where nobody was met, nothing could be asked.
 */
final class NotAsked {

    private NotAsked() {}

    static List<String> ofHousehold(Visit visit) {
        if (!visit.outcome.somebodyMet()) {
            return List.of();
        }
        return open(Map.of(
                "livingEnv", given(visit.livingEnv),
                "hazards", given(visit.hazards),
                "actionsTaken", given(visit.actionsTaken)));
    }

    /**
     * The open questions about one child.
     *
     * @param withClassR whether the reader may know what was said of a suspicious injury, and thus whether it was asked
     */
    static List<String> ofChild(Visit visit, VisitChild child, boolean withClassR) {
        if (!visit.outcome.somebodyMet()) {
            return List.of();
        }
        Map<String, Boolean> questions = new TreeMap<>(Map.of(
                "careQuality", given(child.careQuality),
                "unattended", given(child.unattended),
                "parentContactLastWeek", given(child.parentContactLastWeek),
                "schoolAttendance", given(child.schoolAttendance),
                "needs", given(child.needs),
                "nextVisitOn", given(child.nextVisitOn)));
        if (visit.method == VisitMethod.HOME) {
            questions.put("actualCaregiverId", given(child.actualCaregiverId));
        }
        if (child.met) {
            questions.put("physicalToday", given(child.physicalToday));
            questions.put("psychSigns", given(child.psychSigns));
            if (withClassR) {
                questions.put("suspiciousInjury", given(child.suspiciousInjury));
            }
        }
        return open(questions);
    }

    private static boolean given(@Nullable Object answer) {
        return answer != null;
    }

    private static List<String> open(Map<String, Boolean> questions) {
        List<String> open = new ArrayList<>();
        new TreeMap<>(questions).forEach((question, given) -> {
            if (!given) {
                open.add(question);
            }
        });
        return List.copyOf(open);
    }
}
