package org.shouwang.register.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.register.assessment.LevelDecision.Standing;
import org.shouwang.register.child.RiskLevel;

class LevelDecisionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

    /** What stood, what the answers say, what is wanted, by whom; what becomes of it and of the level. */
    @ParameterizedTest
    @CsvSource({
        // First ones.
        ", LOW, LOW, false, EFFECTIVE, LOW",
        ", HIGH, LOW, false, PENDING, HIGH",
        // The same and graver ones hold at once.
        "MEDIUM, MEDIUM, MEDIUM, false, EFFECTIVE, MEDIUM",
        "MEDIUM, HIGH, HIGH, false, EFFECTIVE, HIGH",
        "MEDIUM, LOW, HIGH, false, EFFECTIVE, HIGH",
        // Lower ones wait.
        "MEDIUM, LOW, LOW, false, PENDING, ",
        "HIGH, LOW, MEDIUM, false, PENDING, ",
        "CRITICAL, HIGH, LOW, false, PENDING, ",
        "MEDIUM, HIGH, MEDIUM, false, PENDING, HIGH",
        "LOW, CRITICAL, HIGH, false, PENDING, CRITICAL",
        // Unless the assessor may confirm them.
        "MEDIUM, LOW, LOW, true, EFFECTIVE, LOW",
        "LOW, CRITICAL, HIGH, true, EFFECTIVE, HIGH"
    })
    void aLowerLevelWaitsAndTheGraverOneHolds(
            @Nullable RiskLevel level,
            RiskLevel computed,
            RiskLevel wanted,
            boolean confirms,
            AssessmentState state,
            @Nullable RiskLevel sets) {
        Standing standing = new Standing(level, level == null ? null : DAY.minusDays(30), null);

        LevelDecision decision = LevelDecision.of(standing, DAY, computed, wanted, confirms);

        assertThat(decision).isEqualTo(new LevelDecision(state, sets, false));
    }

    /** Days after the newest that set the level, after the one that waits. */
    @ParameterizedTest
    @CsvSource({
        "-1, , HIGH, OLDER, , false",
        "0, , HIGH, EFFECTIVE, HIGH, false",
        "0, 0, LOW, PENDING, , true",
        "5, 1, HIGH, EFFECTIVE, HIGH, true",
        "5, -1, LOW, SUPERSEDED, , false",
        "5, -1, HIGH, EFFECTIVE, HIGH, false"
    })
    void assessmentsAreOrderedByTheirDayThenByTheirArrival(
            int afterNewest,
            @Nullable Integer afterPending,
            RiskLevel computed,
            AssessmentState state,
            @Nullable RiskLevel sets,
            boolean overtakes) {
        LocalDate pending = afterPending == null ? null : DAY.minusDays(afterPending);
        Standing standing = new Standing(RiskLevel.MEDIUM, DAY.minusDays(afterNewest), pending);

        LevelDecision decision = LevelDecision.of(standing, DAY, computed, computed, false);

        assertThat(decision).isEqualTo(new LevelDecision(state, sets, overtakes));
    }
}
