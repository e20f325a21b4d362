package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.SexCode;

class ChildRulesTest {

    /** 00:30 of 23 November in the district, still the 22nd in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String BOY_2015 = "990101201506010014";

    private SexCode sex = SexCode.MALE;
    private LocalDate birthDate = LocalDate.of(2015, 6, 1);
    private IdType idType = IdType.RESIDENT_ID;
    private @Nullable String idNumber = BOY_2015;
    private boolean rural = true;
    private Instant notice = NOW;
    private LocalDate assessedOn = TODAY;
    private ChildForm.Category[] categories = {leftBehind("2026-01-01")};

    @Test
    void aFileThatKeepsTheRulesPasses() {
        assertThat(check()).isEmpty();
    }

    @Test
    void aChildBornTodayPassesAndOneBornTomorrowIsNamed() {
        withoutDocument();
        categories = new ChildForm.Category[0];
        birthDate = TODAY;
        assertThat(check()).isEmpty();

        birthDate = TODAY.plusDays(1);

        assertThat(check()).containsExactly(Violation.of("birthDate", "not-in-future"));
    }

    @ParameterizedTest
    @CsvSource({"2008-11-24,true", "2008-11-23,false", "2008-11-22,false"})
    void aPersonOfEighteenIsNoChild(LocalDate born, boolean child) {
        withoutDocument();
        categories = new ChildForm.Category[0];
        birthDate = born;

        List<Violation> violations = check();

        assertThat(violations)
                .isEqualTo(child ? List.of() : List.of(Violation.of("birthDate", "under-age", ChildRules.ADULT)));
    }

    @Test
    void sexAndBirthDateAgreeWithTheIdentityNumber() {
        sex = SexCode.FEMALE;
        birthDate = LocalDate.of(2015, 6, 2);

        assertThat(check())
                .containsExactlyInAnyOrder(
                        Violation.of("birthDate", "as-identity-number"), Violation.of("sexCode", "as-identity-number"));
    }

    @Test
    void aWrongNumberIsNamedOnce() {
        idNumber = "990101201506010015";

        assertThat(check()).containsExactly(Violation.of("idNumber", "identity-number"));
    }

    @Test
    void withoutADocumentThereIsNoNumber() {
        idType = IdType.NONE;

        assertThat(check()).containsExactly(Violation.of("idNumber", "absent-without-document"));
    }

    @ParameterizedTest
    @CsvSource({
        "BIRTH_CERT,p123456789,true",
        "BIRTH_CERT,123456789,false",
        "PASSPORT,E12345678,true",
        "PASSPORT,E1,false",
        "HK_MO_TW_PERMIT,H12345678,true"
    })
    void otherDocumentsHaveTheirOwnForm(IdType type, String number, boolean valid) {
        idType = type;
        idNumber = number;

        List<Violation> violations = check();

        assertThat(violations).isEqualTo(valid ? List.of() : List.of(Violation.of("idNumber", "document-number")));
    }

    @Test
    void noticeAndAssessmentLieNotInTheFuture() {
        notice = NOW.plusSeconds(601);
        assessedOn = TODAY.plusDays(1);

        assertThat(check())
                .containsExactlyInAnyOrder(
                        Violation.of("noticeGivenAt", "not-in-future"),
                        Violation.of("assessment.assessedOn", "not-in-future"));
    }

    @Test
    void aLeftBehindChildIsYoungerThanSixteenOnTheFirstDay() {
        withoutDocument();
        birthDate = LocalDate.of(2010, 3, 1);
        categories = new ChildForm.Category[] {leftBehind("2026-02-28")};
        assertThat(check()).isEmpty();

        categories = new ChildForm.Category[] {leftBehind("2026-03-01")};

        assertThat(check()).containsExactly(Violation.of("categories[0].startDate", "under-age", 16));
    }

    @Test
    void aLeftBehindChildIsRural() {
        rural = false;

        assertThat(check()).containsExactly(Violation.of("categories[0].categoryCode", "rural-hukou"));
    }

    @Test
    void aCategoryStandsOnceAndStartsWithinLife() {
        categories = new ChildForm.Category[] {leftBehind("2015-05-31"), leftBehind("2026-11-24")};

        assertThat(check())
                .containsExactlyInAnyOrder(
                        Violation.of("categories[0].startDate", "not-before-birth"),
                        Violation.of("categories[1].categoryCode", "no-overlap"),
                        Violation.of("categories[1].startDate", "not-in-future"));
    }

    private void withoutDocument() {
        idType = IdType.NONE;
        idNumber = null;
    }

    private static ChildForm.Category leftBehind(String start) {
        return new ChildForm.Category(UUID.randomUUID(), CategoryCode.LEFT_BEHIND, LocalDate.parse(start), null);
    }

    private List<Violation> check() {
        ChildForm form = new ChildForm(
                "王小明",
                sex,
                birthDate,
                null,
                idType,
                idNumber,
                null,
                null,
                true,
                AreaCode.of("610304101200"),
                null,
                AreaCode.of("610304101200"),
                "上河滩 12 号",
                null,
                rural,
                new UUID(0, 9),
                LivingStatus.AT_HOME,
                FileSource.VISIT,
                notice,
                "2026-1",
                null,
                List.of(),
                List.of(categories),
                new ChildForm.Assessment(new UUID(0, 8), RiskLevel.LOW, assessedOn),
                null,
                null);
        return ChildRules.check(form, NOW, TODAY);
    }
}
