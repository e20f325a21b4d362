package org.shouwang.register.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.child.RiskLevel;

class AssessmentRulesTest {

    private static final RiskModel MODEL = new RiskModels().find("CHILD-1").orElseThrow();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final LocalDate BORN = LocalDate.of(2016, 5, 2);

    private final Map<String, Boolean> screen = new HashMap<>();
    private final Map<String, @Nullable Integer> scores = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();

    @Nullable
    private RiskLevel override;

    @Nullable
    private String overrideReason;

    private LocalDate assessedOn = TODAY;

    AssessmentRulesTest() {
        MODEL.emergencies().forEach(question -> screen.put(question.code().name(), false));
        MODEL.items().forEach(item -> scores.put(item.code(), 1));
    }

    private List<Violation> check(@Nullable RiskModel model) {
        return AssessmentRules.check(form(), model, BORN, TODAY, false);
    }

    private AssessmentForm form() {
        return new AssessmentForm(
                UUID.randomUUID(), "CHILD-1", screen, scores, reasons, override, overrideReason, assessedOn);
    }

    @Test
    void aWholeOneIsRight() {
        assertThat(check(MODEL)).isEmpty();
    }

    @Test
    void itIsMadeBetweenBirthAndToday() {
        assessedOn = TODAY.plusDays(1);
        assertThat(check(MODEL)).containsExactly(Violation.of("assessedOn", "not-in-future"));
        assessedOn = BORN.minusDays(1);
        assertThat(check(MODEL)).containsExactly(Violation.of("assessedOn", "assessed-after-birth"));
    }

    @Test
    void itNamesAModelThatThereIs() {
        assertThat(check(null)).containsExactly(Violation.of("modelVersion", "risk-model-known"));
    }

    @Test
    void everyQuestionOfTheScreenIsAnswered() {
        screen.remove("MISSING");

        assertThat(check(MODEL)).containsExactly(Violation.of("emergencyAnswers.MISSING", "emergency-unanswered"));
    }

    @Test
    void anUnknownItemSaysWhy() {
        scores.put("MIND", null);
        scores.remove("HEALTH");
        reasons.put("MIND", "儿童不愿交谈");

        assertThat(check(MODEL)).containsExactly(Violation.of("unknownReasons.HEALTH", "unknown-needs-reason"));
    }

    @Test
    void somethingIsKnown() {
        scores.keySet().forEach(item -> reasons.put(item, "未见到儿童"));
        scores.clear();

        assertThat(check(MODEL)).containsExactly(Violation.of("itemScores", "risk-all-unknown"));
    }

    @Test
    void scoresAndCodesAreThoseOfTheModel() {
        scores.put("HEALTH", 6);
        scores.put("MIND", -1);
        scores.put("WEATHER", 1);
        screen.put("FLOOD", false);
        reasons.put("LUCK", "?");

        assertThat(check(MODEL))
                .containsExactlyInAnyOrder(
                        Violation.of("emergencyAnswers", "risk-code-known"),
                        Violation.of("itemScores", "risk-code-known"),
                        Violation.of("unknownReasons", "risk-code-known"),
                        Violation.of("itemScores.HEALTH", "risk-score", 5),
                        Violation.of("itemScores.MIND", "risk-score", 5));
    }

    @Test
    void anotherLevelThanTheComputedOneSaysWhy() {
        override = RiskLevel.HIGH;
        overrideReason = " ";

        assertThat(check(MODEL)).containsExactly(Violation.of("overrideReason", "override-needs-reason"));
    }

    @Test
    void aReplacedModelIsNotUsedAnyMore() {
        RiskModel replaced = new RiskModel(
                "CHILD-1", BORN, TODAY.minusYears(1), MODEL.emergencies(), MODEL.groups(), MODEL.levels());

        assertThat(check(replaced)).containsExactly(Violation.of("modelVersion", "risk-model-replaced"));
    }

    private AssessmentForm usable(@Nullable RiskModel model, @Nullable LocalDate birthDate) {
        screen.put("MISSING", true);
        return AssessmentRules.usable(form(), "CHILD-9", model, birthDate, TODAY);
    }

    /** A report of danger is not refused for the form on which it is written. */
    @Test
    void ofAnEmergencyWhatCannotBeUsedIsLeftOut() {
        scores.put("HEALTH", 6);
        scores.put("MIND", -1);
        scores.put("WEATHER", 1);
        reasons.put("LUCK", "?");
        override = RiskLevel.HIGH;
        overrideReason = " ";

        AssessmentForm usable = usable(MODEL, BORN);

        assertThat(usable.scores()).hasSize(MODEL.items().size() - 2).doesNotContainKeys("HEALTH", "MIND", "WEATHER");
        assertThat(usable.reasons()).isEmpty();
        assertThat(usable.overrideLevel()).isNull();
        assertThat(usable.overrideReason()).isNull();
        assertThat(usable.modelVersion()).isEqualTo("CHILD-9");
        assertThat(usable.assessedOn()).isEqualTo(TODAY);
    }

    @Test
    void scoresByAModelThatNobodyKnowsSayNothing() {
        assertThat(usable(null, BORN).scores()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-09, 2016-05-02, 2026-06-09",
        "2026-06-11, 2016-05-02, 2026-06-10",
        "2016-05-01, 2016-05-02, 2026-06-10",
        "1970-01-01, , 2026-06-10"
    })
    void anEmergencyOfADayThatCannotBeIsOfToday(LocalDate said, @Nullable LocalDate birthDate, LocalDate taken) {
        assessedOn = said;

        assertThat(usable(MODEL, birthDate).assessedOn()).isEqualTo(taken);
    }
}
