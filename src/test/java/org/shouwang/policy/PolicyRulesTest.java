package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
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
        List<PolicyLevel> levels = new ArrayList<>(STANDARD.levels());
        levels.set(1, change.apply(levels.get(1)));
        return with(levels);
    }

    private static PolicyLevel high(
            int home, int contact, int assessment, Span first, int opens, int town, Integer county) {
        return new PolicyLevel("HIGH", home, contact, assessment, first, opens, town, county);
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
        assertThat(rules(visitedEvery(at, most))).noneMatch(rule -> rule.endsWith("policy-visits-too-rare"));
        assertThat(rules(visitedEvery(at, most + 1)))
                .contains("levels[" + at + "].homeVisitDays policy-visits-too-rare");
        assertThat(STANDARD.levels().get(at).riskLevel()).isEqualTo(level);
    }

    private static PolicyForm visitedEvery(int at, int days) {
        List<PolicyLevel> levels = new ArrayList<>(STANDARD.levels());
        PolicyLevel row = levels.get(at);
        levels.set(
                at,
                new PolicyLevel(
                        row.riskLevel(),
                        days,
                        row.contactDays(),
                        row.assessmentDays(),
                        row.firstVisit(),
                        row.opensDaysBefore(),
                        row.escalateTownshipAfterDays(),
                        row.escalateCountyAfterDays()));
        return with(levels);
    }

    @Test
    void theCountyHearsOfHighRiskInTheEnd() {
        assertThat(rules(withHigh(row -> high(14, 7, 90, row.firstVisit(), 3, 1, null))))
                .contains("levels[1].escalateCountyAfterDays policy-county-hears");
    }

    @Test
    void aTaskOpensWithinTheInterval() {
        assertThat(rules(withHigh(row -> high(14, 7, 90, row.firstVisit(), 13, 1, 7))))
                .isEmpty();
        assertThat(rules(withHigh(row -> high(14, 7, 90, row.firstVisit(), 14, 1, 7))))
                .containsExactly("levels[1].opensDaysBefore policy-opens-within");
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
        "2160, HOURS, false",
        "2161, HOURS, true",
        "90, DAYS, false",
        "91, DAYS, true",
        "64, WORKING_DAYS, false",
        "65, WORKING_DAYS, true"
    })
    void aFirstVisitIsMadeWithinNinetyDays(int amount, Unit unit, boolean tooLong) {
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
