package org.shouwang.register.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.child.RiskLevel;

/**
 * What an assessment does to the child's level.
 *
 * @param sets the level from now on; null where it stays as it is
 * @param overtakes whether what waited for the coordinator's word is over
 */
record LevelDecision(AssessmentState state, @Nullable RiskLevel sets, boolean overtakes) {

    /**
     * What stands when it arrives.
     *
     * @param level null while nobody has assessed the child
     * @param newest the day of the newest assessment that set the level
     * @param pending the day of one that waits for the coordinator's word
     */
    record Standing(
            @Nullable RiskLevel level,
            @Nullable LocalDate newest,
            @Nullable LocalDate pending) {}

    /**
     * Assessments are ordered by their day, those of one day by their arrival. A graver level holds at once. A lower one waits
     * for somebody who may confirm it; until then whatever is graver holds, what the child stood at or what the answers say.
     *
     * @param wanted the computed level, or what the assessor put in its place
     * @param confirms whether the assessor may confirm lower levels there
     */
    static LevelDecision of(Standing standing, LocalDate on, RiskLevel computed, RiskLevel wanted, boolean confirms) {
        if (standing.newest() != null && on.isBefore(standing.newest())) {
            return new LevelDecision(AssessmentState.OLDER, null, false);
        }
        boolean newerWaits = standing.pending() != null && on.isBefore(standing.pending());
        boolean overtakes = standing.pending() != null && !newerWaits;
        if (confirms || !(isBelow(wanted, standing.level()) || isBelow(wanted, computed))) {
            return new LevelDecision(AssessmentState.EFFECTIVE, wanted, overtakes);
        }
        RiskLevel meanwhile = standing.level() == null || isBelow(standing.level(), computed) ? computed : null;
        return new LevelDecision(
                newerWaits ? AssessmentState.SUPERSEDED : AssessmentState.PENDING, meanwhile, overtakes);
    }

    /** The level to which it raises the child, where that is one of which whoever coordinates must hear. */
    Optional<RiskLevel> alarming(@Nullable RiskLevel before) {
        return Optional.ofNullable(sets)
                .filter(level -> !isBelow(level, RiskLevel.HIGH))
                .filter(level -> before == null || isBelow(before, level));
    }

    /** Whether a level is less grave than another. */
    static boolean isBelow(RiskLevel level, @Nullable RiskLevel other) {
        return other != null && level.compareTo(other) > 0;
    }
}
