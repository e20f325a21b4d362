package org.shouwang.register.assessment;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.child.RiskLevel;

/**
 * One version of the questionnaire. A released one never changes: another question, text or threshold is another version.
 *
 * @param replacedOn from this day on another version is used
 * @param emergencies the emergency screen: any yes is CRITICAL, whatever the score
 * @param levels the lowest total of each level, the least grave first; refused when they do not rise
 */
@Schema(name = "RiskModel")
record RiskModel(
        @Schema(examples = "CHILD-1") String version,
        LocalDate releasedOn,
        @Nullable LocalDate replacedOn,
        List<Question> emergencies,
        List<Group> groups,
        List<Threshold> levels) {

    /** What a phone recorded with it offline is taken in for so many days after it was replaced. */
    static final int GRACE_DAYS = 90;

    RiskModel {
        emergencies = List.copyOf(emergencies);
        groups = List.copyOf(groups);
        levels = List.copyOf(levels);
        for (int i = 1; i < levels.size(); i++) {
            Threshold lower = levels.get(i - 1);
            Threshold higher = levels.get(i);
            if (lower.from() >= higher.from() || lower.riskLevel().compareTo(higher.riskLevel()) <= 0) {
                throw new IllegalArgumentException("the levels of " + version + " do not rise");
            }
        }
    }

    /** A question of the emergency screen, answered with yes or no. */
    @Schema(name = "RiskQuestion")
    record Question(EmergencySign code, String text, String textEn) {}

    @Schema(name = "RiskGroup")
    record Group(String code, String text, String textEn, List<Item> items) {

        Group {
            items = List.copyOf(items);
        }
    }

    /** An item with what each score stands for: the first anchor is 0. */
    @Schema(name = "RiskItem")
    record Item(String code, String text, String textEn, List<Anchor> anchors) {

        Item {
            anchors = List.copyOf(anchors);
        }

        int highest() {
            return anchors.size() - 1;
        }
    }

    @Schema(name = "RiskAnchor")
    record Anchor(int score, String text, String textEn) {}

    @Schema(name = "RiskThreshold")
    record Threshold(RiskLevel riskLevel, int from) {}

    List<Item> items() {
        return groups.stream().flatMap(group -> group.items().stream()).toList();
    }

    /** The level of a total from 0 to 100. */
    RiskLevel level(int total) {
        return levels.stream()
                .filter(level -> level.from() <= total)
                .reduce((lower, higher) -> higher)
                .orElseThrow()
                .riskLevel();
    }

    /** Whether an assessment of that day may be made by it. */
    boolean isUsableOn(LocalDate day, boolean offline) {
        return replacedOn == null || day.isBefore(offline ? replacedOn.plusDays(GRACE_DAYS + 1L) : replacedOn);
    }
}
