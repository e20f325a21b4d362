package org.shouwang.register.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.child.RiskLevel;

/**
 * What an assessment does to the child's level.
 *
 * @param sets the level from now on; null where it stays as it is
 * @param overtakes whether what waited for the coordinator's word is over
 * @param ownWord whether the level is a lower one and holds by the word of the assessor, who coordinates
 */
record LevelDecision(AssessmentState state, @Nullable RiskLevel sets, boolean overtakes, boolean ownWord) {

    /**
     * When an assessment was made.
     *
     * @param at by the server's clock; null for a first entry, which comes before all others of its day
     */
    record Made(LocalDate on, @Nullable Instant at) {

        private static final Comparator<Made> ORDER = Comparator.comparing(Made::on)
                .thenComparing(made -> made.at, Comparator.nullsFirst(Comparator.naturalOrder()));

        boolean isBefore(@Nullable Made other) {
            return other != null && ORDER.compare(this, other) < 0;
        }
    }

    /**
     * What stands when it arrives.
     *
     * @param level null while nobody has assessed the child
     * @param newest of those that set the level
     * @param setAt when the level came to stand as it does; null where that is not known
     * @param pending the one that waits for the coordinator's word
     */
    record Standing(
            @Nullable RiskLevel level,
            @Nullable Made newest,
            @Nullable Instant setAt,
            @Nullable Made pending) {

        /** Whether whoever made it could not know yet what stands. */
        private boolean isUnknownTo(Made made) {
            return setAt != null && made.at() != null && setAt.isAfter(made.at());
        }
    }

    /**
     * What answers amount to.
     *
     * @param emergency whether a danger was told of
     * @param wanted the computed level, or what the assessor put in its place
     */
    record Found(boolean emergency, RiskLevel computed, RiskLevel wanted) {

        private RiskLevel graver() {
            return isBelow(computed, wanted) ? wanted : computed;
        }
    }

    /**
     * Assessments are ordered by their day, those of one day by when they were made. A graver level holds at once. A lower one
     * waits for somebody who may confirm it; until then whatever is graver holds, what the child stood at or what the answers
     * say. Danger raises the level whenever it was seen and ends what waits for a word. From CRITICAL, and from a level that the
     * assessor could not know of, nobody lowers alone. An older assessment that says less leaves the level to the newer one.
     *
     * @param confirms whether the assessor may confirm lower levels there
     */
    static LevelDecision of(Standing standing, Made made, Found found, boolean confirms) {
        RiskLevel level = standing.level();
        if (made.isBefore(standing.newest())) {
            return older(standing, found);
        }
        boolean lower = isBelow(found.wanted, level) || isBelow(found.wanted, found.computed);
        boolean newerWaits = made.isBefore(standing.pending());
        boolean alone = confirms && level != RiskLevel.CRITICAL && !found.emergency && !standing.isUnknownTo(made);
        if (lower && !alone) {
            RiskLevel meanwhile = level == null || isBelow(level, found.computed) ? found.computed : null;
            boolean overtaken = newerWaits && meanwhile == null;
            return new LevelDecision(
                    overtaken ? AssessmentState.SUPERSEDED : AssessmentState.PENDING,
                    meanwhile,
                    standing.pending() != null && (!overtaken || found.emergency),
                    false);
        }
        boolean raises = level == null || isBelow(level, found.wanted);
        return new LevelDecision(
                AssessmentState.EFFECTIVE,
                found.wanted,
                standing.pending() != null && (raises || !newerWaits || found.emergency),
                lower);
    }

    private static LevelDecision older(Standing standing, Found found) {
        if (!found.emergency || standing.level() == RiskLevel.CRITICAL) {
            return new LevelDecision(AssessmentState.OLDER, null, found.emergency && standing.pending() != null, false);
        }
        AssessmentState state =
                isBelow(found.wanted, found.computed) ? AssessmentState.SUPERSEDED : AssessmentState.EFFECTIVE;
        return new LevelDecision(state, RiskLevel.CRITICAL, standing.pending() != null, false);
    }

    /** The level to which it raises the child, where that is one of which whoever coordinates must hear. */
    Optional<RiskLevel> alarming(@Nullable RiskLevel before) {
        return Optional.ofNullable(sets)
                .filter(level -> !isBelow(level, RiskLevel.HIGH))
                .filter(level -> before == null || isBelow(before, level));
    }

    /** Whether it came too late to set a level that is graver than that which stands: somebody should look at it. */
    boolean isUnheard(@Nullable RiskLevel before, Found found) {
        return state == AssessmentState.OLDER && before != null && isBelow(before, found.graver());
    }

    /** Whether a level is less grave than another. */
    static boolean isBelow(RiskLevel level, @Nullable RiskLevel other) {
        return other != null && level.compareTo(other) > 0;
    }
}
