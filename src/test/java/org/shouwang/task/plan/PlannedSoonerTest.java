package org.shouwang.task.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.policy.FollowUpPolicy;
import org.shouwang.policy.WorkCalendar;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.task.plan.FollowUpPlan.Rules;

/** What makes something due before its interval is over, and for whom nobody has set a level yet. */
class PlannedSoonerTest {

    private static final Rules STANDARD = new Rules(FollowUpPolicy.standard(), new WorkCalendar(Map.of()));

    private static Wanted wanted(Facts facts, String today, FollowUpRule.Owed owed, Standing... standing) {
        return FollowUpPlan.of(
                        facts.followed(), STANDARD, List.of(standing), FollowUpPlans.noon(LocalDate.parse(today)))
                .stream()
                .filter(one -> one.rule().owed() == owed)
                .findFirst()
                .orElseThrow();
    }

    private static String visit(Facts facts, String today, Standing... standing) {
        return wanted(facts, today, FollowUpRule.Owed.VISIT, standing)
                .due()
                .on()
                .toString();
    }

    private static String assessment(Facts facts, String today, Standing... standing) {
        return wanted(facts, today, FollowUpRule.Owed.ASSESSMENT, standing)
                .due()
                .on()
                .toString();
    }

    /** Five working days of a new file; no level was set from which another span could run. Then the intervals of HIGH. */
    @Test
    void whomNobodyHasAssessedIsVisitedFirstAsAnyNewFileAndThenFollowedAsAtHigh() {
        Facts unassessed = Facts.ofUnassessed();

        assertThat(visit(unassessed, "2026-01-01")).isEqualTo("2026-01-08");
        assertThat(wanted(unassessed, "2026-01-01", FollowUpRule.Owed.VISIT).urgency())
                .isEqualTo(Urgency.HIGH);
        assertThat(visit(unassessed.visited("2026-01-05"), "2026-01-05")).isEqualTo("2026-01-19");
        assertThat(assessment(unassessed, "2026-01-01")).isEqualTo("2026-01-04");
        assertThat(wanted(unassessed, "2026-01-01", FollowUpRule.Owed.CONTACT).due())
                .isEqualTo(Due.on(LocalDate.parse("2026-01-08")));
    }

    /** Whoever learns on day 6 that a child is at high risk has the span of the level from then, but never more than before. */
    @Test
    void theFirstLevelMakesNobodyLate() {
        Facts unassessed = Facts.ofUnassessed();
        Standing first = FollowUpPlans.open(wanted(unassessed, "2026-01-01", FollowUpRule.Owed.VISIT));

        assertThat(visit(unassessed.at(RiskLevel.HIGH), "2026-01-06", first)).isEqualTo("2026-01-08");
        assertThat(visit(unassessed.at(RiskLevel.HIGH), "2026-01-03", first)).isEqualTo("2026-01-06");
        assertThat(visit(unassessed.at(RiskLevel.LOW), "2026-01-06", first)).isEqualTo("2026-01-08");
    }

    /** HIGH is visited within 3 days, CRITICAL within one. */
    @ParameterizedTest
    @CsvSource({
        "HIGH,     2026-03-01, 2026-04-01, 2026-04-10, 2026-04-13",
        "CRITICAL, 2026-03-01, 2026-04-01, 2026-04-10, 2026-04-11",
        "HIGH,     2026-04-05, 2026-04-01, 2026-04-10, 2026-04-19",
        "HIGH,     2026-04-09, 2026-04-08, 2026-04-07, 2026-04-23",
        "HIGH,     2026-04-07, 2026-04-08, 2026-04-07, 2026-04-11"
    })
    void aLevelThatRoseWhileTheFileWasClosedCountsFromItsOpening(
            RiskLevel level, String visited, String raised, String opened, String due) {
        Facts child =
                new Facts(RiskLevel.LOW).visited(visited).raised(level, raised).since(opened);

        assertThat(visit(child, opened)).isEqualTo(due);
    }

    /** At MEDIUM a visit is due after 30 days, a first one within five working days. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-10, 2026-03-10",
        "2026-03-01, 2026-03-31, 2026-03-31",
        "2026-03-01, 2026-05-01, 2026-03-31",
        "2026-03-01,           , 2026-03-31",
        "          , 2026-01-03, 2026-01-03",
        "          , 2026-02-03, 2026-01-08"
    })
    void theDayThatTheVisitorNamedBringsTheVisitForwardAndNeverPutsItOff(String visited, String promised, String due) {
        Facts child = new Facts(RiskLevel.MEDIUM);
        child = visited == null ? child : child.visited(visited);
        child = promised == null ? child : child.promised(promised);

        assertThat(visit(child, "2026-01-01")).isEqualTo(due);
    }

    @Test
    void aPauseHoldsForTheDayThatTheVisitorNamedToo() {
        Facts child = new Facts(RiskLevel.MEDIUM)
                .visited("2026-03-01")
                .promised("2026-03-10")
                .paused("2026-03-05", "2026-03-20");

        assertThat(visit(child, "2026-03-05")).isEqualTo("2026-03-21");
    }

    /** At MEDIUM an assessment is repeated after 180 days, and made within 7 where something asks for it. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-10, 2026-03-01, 2026-03-08",
        "2026-01-10,           , 2026-07-09",
        "2026-01-10, 2026-07-08, 2026-07-09",
        "          , 2026-03-01, 2026-01-08"
    })
    void poorCareBringsTheAssessmentForwardAndSetsNoLevel(String assessed, String poor, String due) {
        Facts child = new Facts(RiskLevel.MEDIUM);
        child = assessed == null ? child : child.assessed(assessed);
        child = poor == null ? child : child.poorlyCaredFor(poor);

        Wanted again = wanted(child, "2026-03-01", FollowUpRule.Owed.ASSESSMENT);

        assertThat(again.due().on()).isEqualTo(due);
        assertThat(again.urgency()).isEqualTo(Urgency.NORMAL);
    }

    /** The window in which a task opens is another thing than the time for a first assessment. */
    @Test
    void aFirstAssessmentHasItsOwnTime() {
        Rules rules = new Rules(
                FollowUpPlans.standardWith(RiskLevel.MEDIUM, row -> FollowUpPlans.row(row, row.homeVisitDays(), 10)),
                STANDARD.calendar());

        Wanted first = FollowUpPlan.of(
                        new Facts(RiskLevel.MEDIUM).followed(),
                        rules,
                        List.of(),
                        FollowUpPlans.noon(LocalDate.parse("2026-01-01")))
                .stream()
                .filter(one -> one.rule() == FollowUpRule.RE_ASSESS)
                .findFirst()
                .orElseThrow();

        assertThat(first.due().on()).isEqualTo("2026-01-11");
        assertThat(first.startOn()).isEqualTo("2026-01-04");
    }
}
