package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.task.LadderStep.ASSIGNEE;
import static org.shouwang.task.LadderStep.COORDINATOR;
import static org.shouwang.task.LadderStep.COUNTY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.policy.FollowUpPolicy;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.task.Ladder.Late;
import org.shouwang.task.Ladder.Plan;
import org.shouwang.task.Ladder.Reason;

/** Every task here is due on 10 March 2026; times are those of Asia/Shanghai. */
class LadderTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 10);
    private static final Set<LadderStep> ALL_HELD = Set.of();
    private static final FollowUpPolicy POLICY = FollowUpPolicy.standard();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(8));
    }

    private static Late late(RiskLevel level, @Nullable Instant dueAt, LadderStep... told) {
        return new Late(level, DUE, dueAt, true, Set.of(told));
    }

    private static Plan plan(Late task, Set<LadderStep> vacant, String now) {
        return Ladder.plan(task, POLICY.at(task.level().name()), vacant, at(now));
    }

    private static Set<LadderStep> steps(@Nullable String names) {
        return Pattern.compile(" ")
                .splitAsStream(Optional.ofNullable(names).orElse(""))
                .filter(name -> !name.isEmpty())
                .map(LadderStep::valueOf)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, 2026-03-10T23:59:59,                            , 2026-03-11T00:00",
        "CRITICAL, 2026-03-11T00:00,    ASSIGNEE COORDINATOR COUNTY,",
        "HIGH,     2026-03-11T07:59:59,                            , 2026-03-11T08:00",
        "HIGH,     2026-03-11T08:00,    ASSIGNEE COORDINATOR,        2026-03-17T08:00",
        "MEDIUM,   2026-03-11T07:59:59,                            , 2026-03-11T08:00",
        "MEDIUM,   2026-03-11T08:00,    ASSIGNEE,                    2026-03-13T08:00",
        "LOW,      2026-03-11T08:00,    ASSIGNEE,                    2026-03-17T08:00",
        "NORMAL,   2026-03-11T08:00,    ASSIGNEE,                    2026-03-25T08:00"
    })
    void theFirstDayLate(RiskLevel level, String now, @Nullable String told, @Nullable String next) {
        Plan plan = plan(late(level, null), ALL_HELD, now);

        assertThat(plan.tell()).isEqualTo(steps(told));
        assertThat(plan.next()).isEqualTo(Optional.ofNullable(next).map(LadderTest::at));
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH,   ASSIGNEE COORDINATOR, 2026-03-17T07:59, , 2026-03-17T08:00",
        "HIGH,   ASSIGNEE COORDINATOR, 2026-03-17T08:00, COUNTY,",
        "MEDIUM, ASSIGNEE,             2026-03-13T07:59, , 2026-03-13T08:00",
        "MEDIUM, ASSIGNEE,             2026-03-13T08:00, COORDINATOR, 2026-03-24T08:00",
        "MEDIUM, ASSIGNEE COORDINATOR, 2026-03-24T08:00, COUNTY,",
        "LOW,    ASSIGNEE,             2026-03-17T08:00, COORDINATOR, 2026-04-09T08:00",
        "LOW,    ASSIGNEE COORDINATOR, 2026-04-09T08:00, COUNTY,",
        "NORMAL, ASSIGNEE,             2026-03-25T08:00, COORDINATOR,",
        "NORMAL, ASSIGNEE COORDINATOR, 2027-03-25T08:00, ,"
    })
    void theStepsAbove(RiskLevel level, String before, String now, @Nullable String told, @Nullable String next) {
        Late task = late(level, null, steps(before).toArray(LadderStep[]::new));

        Plan plan = plan(task, ALL_HELD, now);

        assertThat(plan.tell()).isEqualTo(steps(told));
        assertThat(plan.next()).isEqualTo(Optional.ofNullable(next).map(LadderTest::at));
    }

    @ParameterizedTest
    @EnumSource(RiskLevel.class)
    void whatPassedWhileTheServerWasDownIsToldAtOnce(RiskLevel level) {
        Plan plan = plan(late(level, null), ALL_HELD, "2026-12-01T09:00");

        Set<LadderStep> all =
                level == RiskLevel.NORMAL ? EnumSet.of(ASSIGNEE, COORDINATOR) : EnumSet.allOf(LadderStep.class);
        assertThat(plan.tell()).isEqualTo(all);
        assertThat(plan.next()).isEmpty();
    }

    @Test
    void criticalWorkInHoursIsLateAtItsHour() {
        Instant dueAt = at("2026-03-10T15:30");

        assertThat(plan(late(RiskLevel.CRITICAL, dueAt), ALL_HELD, "2026-03-10T15:29")
                        .next())
                .contains(dueAt);
        assertThat(plan(late(RiskLevel.CRITICAL, dueAt), ALL_HELD, "2026-03-10T15:30")
                        .tell())
                .containsExactlyInAnyOrder(LadderStep.values());
    }

    @Test
    void atOtherLevelsTheHourWaitsForTheNextMorning() {
        Plan plan = plan(late(RiskLevel.HIGH, at("2026-03-10T15:30")), ALL_HELD, "2026-03-10T15:30");

        assertThat(plan.tell()).isEmpty();
        assertThat(plan.next()).contains(at("2026-03-11T08:00"));
    }

    @Test
    void withoutAssigneeItStartsAtTheCoordinatorOnTheFirstDayLate() {
        Late returned = new Late(RiskLevel.LOW, DUE, null, false, Set.of());

        assertThat(plan(returned, EnumSet.of(ASSIGNEE), "2026-03-11T08:00"))
                .isEqualTo(new Plan(Map.of(COORDINATOR, Reason.DUE), Optional.of(at("2026-04-09T08:00"))));
    }

    @Test
    void aStepWithNobodyInThePostPassesUpAndStaysUntold() {
        Plan noAssignee = plan(late(RiskLevel.LOW, null), EnumSet.of(ASSIGNEE), "2026-03-11T08:00");
        Plan noCoordinator = plan(late(RiskLevel.LOW, null, ASSIGNEE), EnumSet.of(COORDINATOR), "2026-03-17T08:00");
        Plan filled = plan(late(RiskLevel.LOW, null, COORDINATOR), ALL_HELD, "2026-04-09T08:00");

        assertThat(noAssignee)
                .isEqualTo(new Plan(Map.of(COORDINATOR, Reason.VACANT_BELOW), Optional.of(at("2026-04-09T08:00"))));
        assertThat(noCoordinator).isEqualTo(new Plan(Map.of(COUNTY, Reason.VACANT_BELOW), Optional.empty()));
        assertThat(filled).isEqualTo(new Plan(Map.of(ASSIGNEE, Reason.DUE, COUNTY, Reason.DUE), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH,   ASSIGNEE COORDINATOR, COUNTY,             2026-03-17T08:00, , 2026-03-18T08:00",
        "HIGH,   ASSIGNEE COORDINATOR, COUNTY,             2026-03-18T07:59, , 2026-03-18T08:00",
        "HIGH,   ,                     COORDINATOR COUNTY, 2026-03-11T08:00, ASSIGNEE, 2026-03-12T08:00",
        "MEDIUM, ASSIGNEE,             COORDINATOR COUNTY, 2026-03-13T08:00, , 2026-03-14T08:00",
        "NORMAL, ASSIGNEE,             COORDINATOR,        2026-12-01T08:00, , 2026-12-02T08:00",
        "NORMAL, ASSIGNEE,             COUNTY,             2026-12-01T08:00, COORDINATOR,",
        "HIGH,   ASSIGNEE COORDINATOR, ,                   2026-03-20T08:00, COUNTY,"
    })
    void whereTheLastStepHasNobodyEveryMorningIsTriedUntilThePostIsFilled(
            RiskLevel level,
            @Nullable String before,
            @Nullable String vacant,
            String now,
            @Nullable String told,
            @Nullable String next) {
        Late task = late(level, null, steps(before).toArray(LadderStep[]::new));

        Plan plan = plan(task, steps(vacant), now);

        assertThat(plan.tell()).isEqualTo(steps(told));
        assertThat(plan.next()).isEqualTo(Optional.ofNullable(next).map(LadderTest::at));
    }

    @Test
    void criticalWorkWithNobodyAtAllIsLookedAtTheSameMorning() {
        Plan plan = plan(late(RiskLevel.CRITICAL, null), EnumSet.allOf(LadderStep.class), "2026-03-11T00:00");

        assertThat(plan).isEqualTo(new Plan(Map.of(), Optional.of(at("2026-03-11T08:00"))));
    }

    @Test
    void aTaskIsFirstLookedAtWhenItMayBeLateAtAnyLevel() {
        assertThat(Ladder.firstLook(DUE, null)).isEqualTo(at("2026-03-11T00:00"));
        assertThat(Ladder.firstLook(DUE, at("2026-03-10T09:00"))).isEqualTo(at("2026-03-10T09:00"));
    }

    @Property
    void howeverOftenItIsLookedAtEachStepIsToldOnce(
            @ForAll RiskLevel level,
            @ForAll boolean held,
            @ForAll @IntRange(min = 1, max = 50) int hoursBetweenSweeps) {
        Set<LadderStep> told = EnumSet.noneOf(LadderStep.class);
        int tellings = 0;
        for (int hour = 0; hour < 24 * 60; hour += hoursBetweenSweeps) {
            Instant now = at("2026-03-10T00:00").plusSeconds(hour * 3600L);
            Plan plan = Ladder.plan(new Late(level, DUE, null, held, told), POLICY.at(level.name()), Set.of(), now);
            plan.next().ifPresent(next -> assertThat(next).isAfter(now));
            assertThat(Collections.disjoint(plan.tell(), told)).isTrue();
            told.addAll(plan.tell());
            tellings += plan.tell().size();
        }
        assertThat(tellings).isEqualTo((held ? 1 : 0) + (level == RiskLevel.NORMAL ? 1 : 2));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T23:59:59, 2026-03-11T00:00",
        "2026-03-11T00:00,    2026-03-11T08:00",
        "2026-03-11T08:00,    2026-03-12T08:00",
        "2026-04-01T21:30,    2026-04-02T08:00"
    })
    void whoTakesOverIsRemindedOfWhatIsLateTheNextMorning(String handedOver, String look) {
        assertThat(Ladder.lookAfterHandover(DUE, null, at(handedOver))).isEqualTo(at(look));
    }

    @Test
    void theHourOfWhatIsHandedOverInTimeCounts() {
        Instant hour = at("2026-03-10T15:30");

        assertThat(Ladder.lookAfterHandover(DUE, hour, at("2026-03-10T15:29"))).isEqualTo(hour);
    }
}
