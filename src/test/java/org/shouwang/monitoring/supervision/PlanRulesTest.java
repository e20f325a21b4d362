package org.shouwang.monitoring.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

class PlanRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-10-01");
    private static final AreaCode TOWN = AreaCode.of("990105101000");
    private static final UUID ACT = new UUID(0, 1);

    private static List<String> rules(List<Violation> found) {
        return found.stream().map(Violation::rule).toList();
    }

    /** Type, site, schedule, place, days of the milestones, day of the item: what stands against it. */
    @ParameterizedTest
    @CsvSource({
        "MEASURE,      ,     ,         ,             2026-11-01,            2026-12-01, ''",
        "PROJECT,      城东, 3月开工,  ,             2026-11-01;2026-12-01, 2026-12-01, ''",
        "PROJECT,      ,     3月开工,  ,             2026-11-01,            2026-12-01, plan-project-site",
        "PROJECT,      城东, ' ',      ,             2026-11-01,            2026-12-01, plan-project-schedule",
        "AREA_MEASURE, ,     ,         990105101000, 2026-11-01,            2026-12-01, ''",
        "AREA_MEASURE, ,     ,         ,             2026-11-01,            2026-12-01, plan-area",
        "MEASURE,      ,     ,         610304101000, 2026-11-01,            2026-12-01, plan-area",
        "MEASURE,      ,     ,         ,             2026-09-01,            2026-09-30, plan-due-still",
        "MEASURE,      ,     ,         ,             2026-12-01;2026-11-01, 2026-12-01, plan-milestones-in-order",
        "MEASURE,      ,     ,         ,             2026-11-01;2026-11-01, 2026-12-01, plan-milestones-in-order",
        "MEASURE,      ,     ,         ,             2026-12-02,            2026-12-01, plan-milestones-by-due"
    })
    void anItemSaysWhatItsTypeNeeds(
            ItemType type,
            @Nullable String site,
            @Nullable String schedule,
            @Nullable String area,
            String days,
            LocalDate dueOn,
            String expected) {
        List<MilestoneForm> milestones = Arrays.stream(days.split(";"))
                .map(day -> new MilestoneForm(LocalDate.parse(day), BigDecimal.TEN, "个学位"))
                .toList();
        ItemForm item = new ItemForm(
                type,
                "学位不足",
                "公办园少",
                "新建公办园",
                "试负责",
                "学前股股长",
                site,
                schedule,
                area == null ? null : AreaCode.of(area),
                dueOn,
                milestones);

        List<Violation> found = PlanRules.check(new PlanForm(ACT, List.of(item)), Set.of(TOWN), TODAY);

        assertThat(rules(found)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    private static Milestone milestone(int no, @Nullable LocalDate reportedOn) {
        return new Milestone(
                1, no, TODAY, BigDecimal.TEN, "个学位", reportedOn, reportedOn == null ? null : BigDecimal.ONE);
    }

    /** The milestone that is reported, and whether the second of two was before: what stands against it. */
    @ParameterizedTest
    @CsvSource({
        "REPORT, 1, false, ''",
        "REPORT, 2, true,  plan-milestone-once",
        "REPORT, 3, false, plan-milestone-known",
        "FINISH, ,  true,  plan-milestones-open",
        "START,  ,  false, plan-status"
    })
    void milestonesAreReportedOnceAndBeforeTheEnd(
            PlanActKind kind, @Nullable Integer milestone, boolean second, String expected) {
        PlanAct act = new PlanAct(
                ACT, kind, null, milestone == null ? null : new MilestoneReport(1, milestone, BigDecimal.ONE));

        Result<PlanStatus> next = PlanRules.next(
                PlanStatus.RUNNING, act, List.of(milestone(1, null), milestone(2, second ? TODAY : null)));

        assertThat(
                        next instanceof Result.Refused<PlanStatus> refused
                                ? rules(refused.refusal().violations())
                                : List.of())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }
}
