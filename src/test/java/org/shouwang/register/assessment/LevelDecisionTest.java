package org.shouwang.register.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.assessment.LevelDecision.Found;
import org.shouwang.register.assessment.LevelDecision.Made;
import org.shouwang.register.assessment.LevelDecision.Standing;
import org.shouwang.register.child.RiskLevel;

class LevelDecisionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

    private static Made at(LocalDate day, @Nullable Integer hour) {
        return new Made(day, hour == null ? null : LocalDays.at(day, LocalTime.of(hour, 0)));
    }

    /** What stood, what the answers say, what is wanted, by whom; what becomes of it and of the level. */
    @ParameterizedTest
    @CsvSource({
        // First ones.
        ", LOW, LOW, false, EFFECTIVE, LOW, false",
        ", HIGH, LOW, false, PENDING, HIGH, false",
        // The same and graver ones hold at once.
        "MEDIUM, MEDIUM, MEDIUM, false, EFFECTIVE, MEDIUM, false",
        "MEDIUM, HIGH, HIGH, true, EFFECTIVE, HIGH, false",
        "MEDIUM, LOW, HIGH, false, EFFECTIVE, HIGH, false",
        // Lower ones wait.
        "MEDIUM, LOW, LOW, false, PENDING, , false",
        "HIGH, LOW, MEDIUM, false, PENDING, , false",
        "CRITICAL, HIGH, LOW, false, PENDING, , false",
        "MEDIUM, HIGH, MEDIUM, false, PENDING, HIGH, false",
        "LOW, CRITICAL, HIGH, false, PENDING, CRITICAL, false",
        // Unless the assessor may confirm them.
        "MEDIUM, LOW, LOW, true, EFFECTIVE, LOW, true",
        "LOW, CRITICAL, HIGH, true, EFFECTIVE, HIGH, true"
    })
    void aLowerLevelWaitsAndTheGraverOneHolds(
            @Nullable RiskLevel level,
            RiskLevel computed,
            RiskLevel wanted,
            boolean confirms,
            AssessmentState state,
            @Nullable RiskLevel sets,
            boolean ownWord) {
        Standing standing = new Standing(level, level == null ? null : at(DAY.minusDays(30), 9), null, null);

        LevelDecision decision = LevelDecision.of(standing, at(DAY, 9), new Found(false, computed, wanted), confirms);

        assertThat(decision).isEqualTo(new LevelDecision(state, sets, false, ownWord));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void belowDangerNobodyGoesAlone(boolean confirms) {
        Standing standing = new Standing(RiskLevel.LOW, at(DAY.minusDays(30), 9), null, null);
        Found found = new Found(true, RiskLevel.CRITICAL, RiskLevel.LOW);

        LevelDecision decision = LevelDecision.of(standing, at(DAY, 9), found, confirms);

        assertThat(decision).isEqualTo(new LevelDecision(AssessmentState.PENDING, RiskLevel.CRITICAL, false, false));
    }

    /** Days after the newest that set the level, after the one that waits. */
    @ParameterizedTest
    @CsvSource({
        "-1, , HIGH, OLDER, , false",
        "0, , HIGH, EFFECTIVE, HIGH, false",
        "0, 0, LOW, PENDING, , true",
        "5, 1, HIGH, EFFECTIVE, HIGH, true",
        "5, 1, MEDIUM, EFFECTIVE, MEDIUM, true",
        "5, -1, LOW, SUPERSEDED, , false",
        "5, -1, MEDIUM, EFFECTIVE, MEDIUM, false",
        // What raises the level ends what was asked for before anybody knew, of whatever day it is.
        "5, -1, HIGH, EFFECTIVE, HIGH, true"
    })
    void assessmentsAreOrderedByTheirDay(
            int afterNewest,
            @Nullable Integer afterPending,
            RiskLevel computed,
            AssessmentState state,
            @Nullable RiskLevel sets,
            boolean overtakes) {
        Made pending = afterPending == null ? null : at(DAY.minusDays(afterPending), 9);
        Standing standing = new Standing(RiskLevel.MEDIUM, at(DAY.minusDays(afterNewest), 9), null, pending);

        LevelDecision decision = LevelDecision.of(standing, at(DAY, 9), new Found(false, computed, computed), false);

        assertThat(decision).isEqualTo(new LevelDecision(state, sets, overtakes, false));
    }

    /** Hours: of the newest that set the level, of this one. A first entry has none. */
    @ParameterizedTest
    @CsvSource({"9, 8, OLDER", "9, 9, EFFECTIVE", "9, 10, EFFECTIVE", ", 8, EFFECTIVE"})
    void thoseOfOneDayAreOrderedByWhenTheyWereMade(@Nullable Integer newest, int made, AssessmentState state) {
        Standing standing = new Standing(RiskLevel.HIGH, at(DAY, newest), null, null);

        LevelDecision decision =
                LevelDecision.of(standing, at(DAY, made), new Found(false, RiskLevel.LOW, RiskLevel.LOW), true);

        assertThat(decision.state()).isEqualTo(state);
    }

    /** Whoever coordinates was offline too: what the director told of meanwhile they could not know. */
    @ParameterizedTest
    @CsvSource({"8, EFFECTIVE, true", "10, PENDING, false"})
    void nobodyLowersAloneWhatTheyCouldNotKnow(int setAtHour, AssessmentState state, boolean ownWord) {
        Made before = at(DAY.minusDays(1), 9);
        Standing standing =
                new Standing(RiskLevel.HIGH, before, at(DAY, setAtHour).at(), null);

        LevelDecision decision =
                LevelDecision.of(standing, at(DAY, 9), new Found(false, RiskLevel.LOW, RiskLevel.LOW), true);

        assertThat(decision.state()).isEqualTo(state);
        assertThat(decision.ownWord()).isEqualTo(ownWord);
    }

    /** What stood; what an older one with a yes wants; what becomes of it and of the level. */
    @ParameterizedTest
    @CsvSource({
        "LOW, CRITICAL, EFFECTIVE, CRITICAL, true",
        "LOW, LOW, SUPERSEDED, CRITICAL, true",
        "CRITICAL, CRITICAL, OLDER, , true"
    })
    void dangerRaisesTheLevelWheneverItWasSeen(
            RiskLevel level, RiskLevel wanted, AssessmentState state, @Nullable RiskLevel sets, boolean overtakes) {
        Standing standing = new Standing(level, at(DAY.plusDays(5), 9), null, at(DAY.plusDays(6), 9));

        LevelDecision decision =
                LevelDecision.of(standing, at(DAY, 9), new Found(true, RiskLevel.CRITICAL, wanted), true);

        assertThat(decision).isEqualTo(new LevelDecision(state, sets, overtakes, false));
    }

    @ParameterizedTest
    @CsvSource({
        "1, LOW, HIGH, HIGH, true",
        "1, LOW, LOW, HIGH, true",
        "1, LOW, HIGH, LOW, true",
        "1, HIGH, LOW, HIGH, false",
        "-1, LOW, HIGH, HIGH, false"
    })
    void anOlderOneThatIsGraverIsLookedAt(
            int before, RiskLevel level, RiskLevel computed, RiskLevel wanted, boolean unheard) {
        Standing standing = new Standing(level, at(DAY.plusDays(before), 9), null, null);
        Found found = new Found(false, computed, wanted);

        LevelDecision decision = LevelDecision.of(standing, at(DAY, 9), found, false);

        assertThat(decision.isUnheard(level, found)).isEqualTo(unheard);
    }
}
