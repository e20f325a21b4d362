package org.shouwang.task.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.policy.FollowUpPolicy;
import org.shouwang.policy.WorkCalendar;
import org.shouwang.register.child.CategoryCode;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.task.plan.FollowUpPlan.Rules;

class FollowUpPlanTest {

    private static final Rules STANDARD = new Rules(FollowUpPolicy.standard(), new WorkCalendar(Map.of()));

    @Test
    void aVisitIsDueAnIntervalAfterTheLastOneAndOpensBefore() {
        Wanted visit = visit(child(RiskLevel.MEDIUM).visited("2026-03-01"), "2026-03-01");

        assertThat(visit.rule()).isEqualTo(FollowUpRule.HOME_VISIT);
        assertThat(visit.occurrence()).isEqualTo(Facts.VISIT.toString());
        assertThat(visit.due()).isEqualTo(Due.on(LocalDate.parse("2026-03-31")));
        assertThat(visit.startOn()).isEqualTo("2026-03-24");
        assertThat(visit.urgency()).isEqualTo(Urgency.NORMAL);
    }

    @Test
    void aNewFileIsVisitedWithinFiveWorkingDaysOrTheSpanOfItsLevel() {
        assertThat(visit(child(RiskLevel.NORMAL), "2026-01-01").due().on()).isEqualTo("2026-01-08");
        assertThat(visit(child(RiskLevel.MEDIUM), "2026-01-01").due().on()).isEqualTo("2026-01-08");
        assertThat(visit(child(RiskLevel.HIGH), "2026-01-01").due().on()).isEqualTo("2026-01-04");
        Wanted critical = visit(child(RiskLevel.CRITICAL), "2026-01-01");
        assertThat(critical.due().at()).isEqualTo(noon("2026-01-02"));
        assertThat(critical.rule()).isEqualTo(FollowUpRule.FIRST_VISIT);
        assertThat(critical.occurrence()).isEqualTo(noon("2026-01-01").toString());
    }

    @Test
    void workingDaysAreThoseOfTheCalendar() {
        Rules holiday = new Rules(
                FollowUpPolicy.standard(),
                new WorkCalendar(Map.of(LocalDate.parse("2026-01-02"), false, LocalDate.parse("2026-01-04"), true)));

        assertThat(FollowUpPlan.of(child(RiskLevel.LOW).followed(), holiday, List.of(), noon("2026-01-01"))
                        .get(0)
                        .due()
                        .on())
                .isEqualTo("2026-01-08");
    }

    @Test
    void aLevelThatRisesBringsTheVisitForwardToItsSpanAndNeverBack() {
        Facts low = child(RiskLevel.LOW).visited("2026-03-01");
        Standing running = open(visit(low, "2026-03-01"));
        assertThat(running.due().on()).isEqualTo("2026-05-30");

        Wanted high = visit(low.raised(RiskLevel.HIGH, "2026-04-01"), "2026-04-01", running);
        assertThat(high.due()).isEqualTo(Due.on(LocalDate.parse("2026-04-04")));
        assertThat(high.occurrence()).isEqualTo(running.occurrence());

        Wanted late = visit(low.raised(RiskLevel.MEDIUM, "2026-05-29"), "2026-05-29", running);
        assertThat(late.due().on()).isEqualTo("2026-05-30");
    }

    @Test
    void criticalIsVisitedWithinADayOfTheRise() {
        Facts normal = child(RiskLevel.NORMAL).visited("2026-03-01");
        Standing running = open(visit(normal, "2026-03-01"));

        Facts critical = normal.raised(RiskLevel.CRITICAL, "2026-04-01");
        Wanted visit = visit(critical, "2026-04-01", running);
        assertThat(visit.due().at()).isEqualTo(noon("2026-04-02"));
        assertThat(visit(critical, "2026-04-20", open(visit)).due()).isEqualTo(visit.due());
    }

    @Test
    void aLevelThatFallsLeavesMoreTime() {
        Facts high = child(RiskLevel.HIGH).visited("2026-03-01");
        Standing running = open(visit(high, "2026-03-01"));
        assertThat(running.due().on()).isEqualTo("2026-03-15");

        assertThat(visit(high.at(RiskLevel.MEDIUM), "2026-03-10", running).due().on())
                .isEqualTo("2026-03-31");
    }

    @Test
    void aRiseThatIsTakenBackIsForgotten() {
        Facts low = child(RiskLevel.LOW).visited("2026-03-01");
        Wanted high = visit(low.raised(RiskLevel.HIGH, "2026-04-01"), "2026-04-01", open(visit(low, "2026-03-01")));

        assertThat(visit(low, "2026-04-02", open(high)).due().on()).isEqualTo("2026-05-30");
    }

    @Test
    void aVisitAfterTheRiseCountsFromItself() {
        Facts high = child(RiskLevel.LOW).raised(RiskLevel.HIGH, "2026-04-01").visited("2026-04-02");

        assertThat(visit(high, "2026-04-02").due().on()).isEqualTo("2026-04-16");
    }

    @Test
    void aCategoryAllowsNoLongerIntervalThanMedium() {
        Facts orphan = child(RiskLevel.NORMAL).of(CategoryCode.ORPHAN_SCATTERED).visited("2026-03-01");

        assertThat(visit(orphan, "2026-03-01").due().on()).isEqualTo("2026-03-31");
        assertThat(visit(
                                child(RiskLevel.HIGH)
                                        .of(CategoryCode.GUARDIANSHIP_RISK)
                                        .visited("2026-03-01"),
                                "2026-03-01")
                        .due()
                        .on())
                .isEqualTo("2026-03-15");
    }

    @Test
    void aShorterPolicyIsNotLateOnTheDayItBegins() {
        Facts low = child(RiskLevel.LOW).visited("2026-01-10");
        Standing running = open(visit(low, "2026-01-10"));
        assertThat(running.due().on()).isEqualTo("2026-04-10");

        Rules shorter = new Rules(lowEvery(30), STANDARD.calendar());
        Wanted visit = visit(low, shorter, "2026-03-02", running);
        assertThat(visit.due().on()).isEqualTo("2026-03-09");
        assertThat(visit(low, shorter, "2026-03-30", open(visit)).due().on()).isEqualTo("2026-03-09");
        assertThat(visit(low, shorter, "2026-04-09", running).due().on()).isEqualTo("2026-04-10");
    }

    @Test
    void whatIsLateStaysLateUnderAShorterPolicy() {
        Facts low = child(RiskLevel.LOW).visited("2026-01-10");

        assertThat(visit(
                                low,
                                new Rules(lowEvery(30), STANDARD.calendar()),
                                "2026-04-20",
                                open(visit(low, "2026-01-10")))
                        .due()
                        .on())
                .isEqualTo("2026-04-10");
    }

    @Test
    void aLongerPolicyLeavesMoreTime() {
        Facts low = child(RiskLevel.LOW).visited("2026-01-10");

        assertThat(visit(
                                low,
                                new Rules(lowEvery(100), STANDARD.calendar()),
                                "2026-04-20",
                                open(visit(low, "2026-01-10")))
                        .due()
                        .on())
                .isEqualTo("2026-04-20");
    }

    @Test
    void aFileThatIsOpenedAgainGoesOnWhereItsTimeStillRunsAndElseBeginsAnew() {
        Facts soon = child(RiskLevel.MEDIUM).visited("2026-02-20").since("2026-03-01");
        assertThat(visit(soon, "2026-03-01").due().on()).isEqualTo("2026-03-22");

        Facts longAgo = child(RiskLevel.MEDIUM).visited("2025-02-20").since("2026-03-02");
        Wanted anew = visit(longAgo, "2026-03-02");
        assertThat(anew.due().on()).isEqualTo("2026-03-09");
        assertThat(anew.rule()).isEqualTo(FollowUpRule.HOME_VISIT);
    }

    @Test
    void nothingIsDueDuringAPauseNorLateMeanwhile() {
        Facts medium = child(RiskLevel.MEDIUM).visited("2026-03-01").paused("2026-03-20", "2026-04-20");
        Wanted visit = visit(medium, "2026-03-05");
        assertThat(visit.due()).isEqualTo(Due.on(LocalDate.parse("2026-04-21")));
        assertThat(visit(medium, "2026-04-25", open(visit)).due()).isEqualTo(visit.due());

        Facts late = child(RiskLevel.MEDIUM).visited("2026-02-01").paused("2026-03-20", "2026-04-20");
        Wanted overdue = visit(late, "2026-03-19");
        assertThat(overdue.due().on()).isEqualTo("2026-03-03");
        assertThat(visit(late, "2026-03-20", open(overdue)).due().on()).isEqualTo("2026-04-21");
    }

    @Test
    void aPauseThatEndsEarlyLeavesTheSpanOfTheLevel() {
        Facts medium = child(RiskLevel.MEDIUM).visited("2026-02-01");
        Wanted paused = visit(medium.paused("2026-02-20", "2026-04-20"), "2026-02-20");

        assertThat(visit(medium.paused("2026-02-20", "2026-03-08"), "2026-03-09", open(paused))
                        .due()
                        .on())
                .isEqualTo("2026-03-16");
    }

    @Test
    void nobodyWaitsWhoMayBeInDanger() {
        Facts high = child(RiskLevel.HIGH).visited("2026-03-01").paused("2026-03-02", "2026-04-20");

        assertThat(visit(high, "2026-03-02").due().on()).isEqualTo("2026-03-15");
    }

    @Test
    void onlyWhoIsFollowedCloselyIsCalledByTask() {
        assertThat(plan(child(RiskLevel.MEDIUM), "2026-01-01"))
                .extracting(Wanted::rule)
                .doesNotContain(FollowUpRule.NEXT_CONTACT);
        Facts high = child(RiskLevel.HIGH).visited("2026-03-01");
        assertThat(contact(high, "2026-03-01").due().on()).isEqualTo("2026-03-08");
        assertThat(contact(high.called("2026-03-06"), "2026-03-06").due().on()).isEqualTo("2026-03-13");
        assertThat(contact(child(RiskLevel.CRITICAL).visited("2026-03-01"), "2026-03-01")
                        .due()
                        .on())
                .isEqualTo("2026-03-02");
    }

    @Test
    void theDutyToCallBeginsWithTheLevel() {
        Facts raised = child(RiskLevel.LOW).visited("2026-01-05").raised(RiskLevel.HIGH, "2026-04-01");

        Wanted contact = contact(raised, "2026-04-01");
        assertThat(contact.due().on()).isEqualTo("2026-04-08");
        assertThat(contact.begun()).isEmpty();
    }

    @Test
    void anAssessmentIsRepeatedByTheIntervalOfTheLevel() {
        Wanted again = plan(child(RiskLevel.MEDIUM).assessed("2026-01-01"), "2026-01-01").stream()
                .filter(wanted -> wanted.rule() == FollowUpRule.RE_ASSESS)
                .findFirst()
                .orElseThrow();

        assertThat(again.due().on()).isEqualTo("2026-06-30");
        assertThat(again.startOn()).isEqualTo("2026-06-23");
    }

    @Test
    void aClosedFileIsOwedNothing() {
        assertThat(plan(child(RiskLevel.HIGH).visited("2026-03-01").closed(), "2026-03-02"))
                .isEmpty();
    }

    private static FollowUpPolicy lowEvery(int days) {
        return FollowUpPlans.standardWith(RiskLevel.LOW, days);
    }

    private static Facts child(RiskLevel level) {
        return new Facts(level);
    }

    private static List<Wanted> plan(Facts facts, String today) {
        return FollowUpPlan.of(facts.followed(), STANDARD, List.of(), noon(today));
    }

    private static Wanted visit(Facts facts, String today, Standing... standing) {
        return visit(facts, STANDARD, today, standing);
    }

    private static Wanted visit(Facts facts, Rules rules, String today, Standing... standing) {
        return FollowUpPlan.of(facts.followed(), rules, List.of(standing), noon(today))
                .get(0);
    }

    private static Wanted contact(Facts facts, String today) {
        return plan(facts, today).stream()
                .filter(wanted -> wanted.rule() == FollowUpRule.NEXT_CONTACT)
                .findFirst()
                .orElseThrow();
    }

    private static Standing open(Wanted wanted) {
        return FollowUpPlans.open(wanted);
    }

    private static Instant noon(String day) {
        return FollowUpPlans.noon(LocalDate.parse(day));
    }
}
