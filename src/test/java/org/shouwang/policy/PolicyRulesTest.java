package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.problem.Violation;
import org.shouwang.policy.Span.Unit;

class PolicyRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Set<String> CATEGORIES = Set.of("ORPHAN_SCATTERED", "MIGRANT", "HIV_AFFECTED");
    private static final PolicyForm STANDARD = PolicyForms.standard(TODAY.plusDays(1));

    private static List<String> rules(PolicyForm form) {
        return PolicyRules.check(form, TODAY, CATEGORIES, Set.of("HIV_AFFECTED")).stream()
                .map(PolicyRulesTest::said)
                .toList();
    }

    private static String said(Violation violation) {
        return violation.field() + " " + violation.rule();
    }

    private static PolicyForm from(LocalDate day) {
        return PolicyForms.standard(day);
    }

    private static PolicyForm with(List<PolicyLevel> levels) {
        return new PolicyForm(
                STANDARD.areaCode(),
                STANDARD.name(),
                null,
                STANDARD.validFrom(),
                levels,
                List.of(),
                STANDARD.newFileFirstVisit());
    }

    private static PolicyForm with(CategoryFloor... floors) {
        return new PolicyForm(
                STANDARD.areaCode(),
                STANDARD.name(),
                null,
                STANDARD.validFrom(),
                STANDARD.levels(),
                List.of(floors),
                STANDARD.newFileFirstVisit());
    }

    /** The standard with another row for children of high risk, which stands second. */
    private static PolicyForm withHigh(UnaryOperator<PolicyLevel> change) {
        return with(1, change);
    }

    private static PolicyForm with(int at, UnaryOperator<PolicyLevel> change) {
        List<PolicyLevel> levels = new ArrayList<>(STANDARD.levels());
        levels.set(at, change.apply(levels.get(at)));
        return with(levels);
    }

    /** The same row with another number in a column. */
    private static PolicyLevel with(PolicyLevel row, String column, int days) {
        return new PolicyLevel(
                row.riskLevel(),
                column.equals("homeVisitDays") ? days : row.homeVisitDays(),
                column.equals("contactDays") ? days : row.contactDays(),
                column.equals("assessmentDays") ? days : row.assessmentDays(),
                column.equals("firstVisit") ? new Span(days, Unit.DAYS) : row.firstVisit(),
                column.equals("firstAssessmentDays") ? Integer.valueOf(days) : row.firstAssessmentDays(),
                column.equals("opensDaysBefore") ? days : row.opensDaysBefore(),
                column.equals("escalateTownshipAfterDays") ? days : row.escalateTownshipAfterDays(),
                column.equals("escalateCountyAfterDays") ? Integer.valueOf(days) : row.escalateCountyAfterDays());
    }

    private static PolicyLevel high(
            int home, int contact, int assessment, Span first, int opens, int town, Integer county) {
        return new PolicyLevel("HIGH", home, contact, assessment, first, null, opens, town, county);
    }

    @Test
    void theStandardItselfMayBeDecided() {
        assertThat(rules(STANDARD)).isEmpty();
    }

    @Test
    void theOrderInWhichLevelsAreSentSaysNothing() {
        List<PolicyLevel> turned = new ArrayList<>(STANDARD.levels());
        Collections.reverse(turned);

        assertThat(rules(with(turned))).isEmpty();
    }

    @Test
    void itBeginsTomorrowAtTheEarliestAndWithinThreeYears() {
        assertThat(rules(from(TODAY))).containsExactly("validFrom policy-not-before-tomorrow");
        assertThat(rules(from(TODAY.plusYears(3)))).isEmpty();
        assertThat(rules(from(TODAY.plusYears(3).plusDays(1)))).containsExactly("validFrom policy-too-far");
    }

    @Test
    void eachLevelStandsOnce() {
        List<PolicyLevel> twice = new ArrayList<>(STANDARD.levels());
        twice.set(4, twice.get(3));

        assertThat(rules(with(twice))).containsExactly("levels policy-levels");
    }

    /** MEDIUM: 30 days, contact 14, assessment 180, 5 working days (a week), +3, +14. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 | 14 | 180 | 7 | 3 | 14 | ",
                "31 | 14 | 180 | 7 | 3 | 14 | homeVisitDays",
                "30 | 15 | 180 | 7 | 3 | 14 | contactDays",
                "30 | 14 | 181 | 7 | 3 | 14 | assessmentDays",
                "30 | 14 | 180 | 8 | 3 | 14 | firstVisit",
                "30 | 14 | 180 | 7 | 4 | 14 | escalateTownshipAfterDays",
                "30 | 14 | 180 | 7 | 3 | 15 | escalateCountyAfterDays",
                "30 | 14 | 180 | 7 | 3 |    | escalateCountyAfterDays"
            })
    void aGraverLevelNeverAsksForLess(
            int home, int contact, int assessment, int first, int town, Integer county, String wrong) {
        PolicyForm form = withHigh(row -> high(home, contact, assessment, new Span(first, Unit.DAYS), 3, town, county));

        List<String> found = rules(form);

        assertThat(found)
                .filteredOn(rule -> rule.endsWith("policy-graver-asks-more"))
                .isEqualTo(wrong == null ? List.of() : List.of("levels[1]." + wrong + " policy-graver-asks-more"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, CRITICAL, 14",
        "1, HIGH, 30",
        "2, MEDIUM, 60",
        "3, LOW, 180",
        "4, NORMAL, 366",
    })
    void noOfficeSwitchesFollowUpOff(int at, String level, int most) {
        assertThat(rules(with(at, row -> with(row, "homeVisitDays", most))))
                .noneMatch(rule -> rule.endsWith("policy-visits-too-rare"));
        assertThat(rules(with(at, row -> with(row, "homeVisitDays", most + 1))))
                .contains("levels[" + at + "].homeVisitDays policy-visits-too-rare");
        assertThat(STANDARD.levels().get(at).riskLevel()).isEqualTo(level);
    }

    /** Twice what the standard says (roles and law, section 4), of each column at each level. */
    @ParameterizedTest
    @CsvSource({
        "contactDays,               2, 14, 28, 60, 180",
        "assessmentDays,            14, 180, 360, 730, 730",
        "firstVisit,                2, 6, 14, 14, 28",
        "firstAssessmentDays,       2, 6, 14, 28, 60",
        "opensDaysBefore,           2, 6, 14, 28, 60",
        "escalateTownshipAfterDays, 0, 2, 6, 14, 30",
        "escalateCountyAfterDays,   0, 14, 28, 60,"
    })
    void norDoesItByAnythingElse(String column, int critical, int high, int medium, int low, Integer normal) {
        List<Integer> most = Arrays.asList(critical, high, medium, low, normal);
        for (int at = 0; at < most.size(); at++) {
            Integer days = most.get(at);
            if (days != null) {
                assertThat(tooMany(at, column, days)).isEmpty();
                assertThat(tooMany(at, column, days + 1)).containsExactly("levels[" + at + "]." + column);
            }
        }
    }

    private static List<String> tooMany(int at, String column, int days) {
        return rules(with(at, row -> with(row, column, days))).stream()
                .filter(rule -> rule.endsWith(" policy-days-too-many") || rule.endsWith(" policy-span-too-long"))
                .map(rule -> rule.split(" ", -1)[0])
                .toList();
    }

    @Test
    void theRefusalSaysHowManyDaysThereMayBe() {
        assertThat(PolicyRules.check(
                        with(2, row -> with(row, "contactDays", 29)), TODAY, CATEGORIES, Set.of("HIV_AFFECTED")))
                .singleElement()
                .satisfies(violation -> assertThat(violation.values()).containsExactly(28));
    }

    @Test
    void whereAFirstAssessmentIsNotSaidTheStandardHolds() {
        PolicyLevel row = STANDARD.levels().get(3);
        PolicyLevel unsaid = new PolicyLevel("LOW", 60, 30, 365, row.firstVisit(), null, 5, 7, 30);

        assertThat(unsaid.row().daysToAssess()).isEqualTo(14);
        assertThat(new LevelPolicy("LOW", 60, 30, 365, row.firstVisit(), null, 5, 7, 30).daysToAssess())
                .isEqualTo(5);
    }

    @Test
    void theCountyHearsOfHighRiskInTheEnd() {
        assertThat(rules(withHigh(row -> high(14, 7, 90, row.firstVisit(), 3, 1, null))))
                .contains("levels[1].escalateCountyAfterDays policy-county-hears");
    }

    @Test
    void aTaskOpensWithinTheInterval() {
        PolicyLevel twoDays = with(with(STANDARD.levels().get(0), "homeVisitDays", 2), "opensDaysBefore", 1);

        assertThat(rules(with(0, row -> twoDays))).isEmpty();
        assertThat(rules(with(0, row -> with(twoDays, "opensDaysBefore", 2))))
                .containsExactly("levels[0].opensDaysBefore policy-opens-within");
    }

    @Test
    void theCountyIsToldAfterTheTownship() {
        assertThat(rules(withHigh(row -> high(14, 7, 90, row.firstVisit(), 3, 2, 2))))
                .isEmpty();
        assertThat(rules(withHigh(row -> high(14, 7, 90, row.firstVisit(), 3, 2, 1))))
                .containsExactly("levels[1].escalateCountyAfterDays policy-township-first");
    }

    @ParameterizedTest
    @CsvSource({
        "ORPHAN_SCATTERED, MEDIUM,",
        "ORPHAN_SCATTERED, HIGH,",
        "ORPHAN_SCATTERED, LOW,    categoryFloors[0].riskLevel policy-floor-too-low",
        "MIGRANT,          NORMAL,",
        "MIGRANT,          PURPLE, categoryFloors[0].riskLevel policy-level-known",
        "HIV_AFFECTED,     HIGH,   categoryFloors[0].categoryCode policy-category-restricted",
        "PUPIL,            HIGH,   categoryFloors[0].categoryCode policy-category-known"
    })
    void aFloorIsOfAKnownCategoryAndNeverBelowTheLeast(String category, String level, String wrong) {
        assertThat(rules(with(new CategoryFloor(category, level))))
                .isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @Test
    void aCategoryHasOneFloor() {
        assertThat(rules(with(new CategoryFloor("MIGRANT", "LOW"), new CategoryFloor("MIGRANT", "HIGH"))))
                .containsExactly("categoryFloors[1].categoryCode policy-category-twice");
    }

    @ParameterizedTest
    @CsvSource({
        "336, HOURS, false",
        "337, HOURS, true",
        "14, DAYS, false",
        "15, DAYS, true",
        "10, WORKING_DAYS, false",
        "11, WORKING_DAYS, true"
    })
    void theFirstVisitOfANewFileIsMadeWithinTwoWeeks(int amount, Unit unit, boolean tooLong) {
        PolicyForm form = new PolicyForm(
                STANDARD.areaCode(),
                STANDARD.name(),
                null,
                STANDARD.validFrom(),
                STANDARD.levels(),
                List.of(),
                new Span(amount, unit));

        assertThat(rules(form)).isEqualTo(tooLong ? List.of("newFileFirstVisit policy-span-too-long") : List.of());
    }
}
