package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.policy.FollowUpPolicy;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.task.Settling.Asked;
import org.shouwang.visit.RecordedVisit;
import org.shouwang.visit.RecordedVisit.Seen;
import org.shouwang.visit.VisitMethod;
import org.shouwang.visit.VisitOutcome;

class SettlingTest {

    private static final AreaCode VILLAGE = AreaCode.of("610304101200");
    private static final UUID HOUSEHOLD = UUID.randomUUID();
    private static final UUID CHILD = UUID.randomUUID();
    private static final UUID SIBLING = UUID.randomUUID();

    private static RecordedVisit visit(VisitMethod method, VisitOutcome outcome, Seen... children) {
        return new RecordedVisit(
                UUID.randomUUID(), HOUSEHOLD, VILLAGE, method, outcome, Instant.EPOCH, List.of(children));
    }

    private static Seen met(UUID child) {
        return new Seen(child, true, RiskLevel.CRITICAL, VILLAGE);
    }

    private static Seen notMet(UUID child, RiskLevel level) {
        return new Seen(child, false, level, VILLAGE);
    }

    /** The whole rule over method, outcome, met, level and type, against the sentences of the field. */
    @Test
    void onlyAHomeVisitThatSawTheChildOrBelowHighItsCaregiverSettlesAVisitTask() {
        Set<TaskType> visits =
                Set.of(TaskType.VISIT, TaskType.FIRST_VISIT, TaskType.INCIDENT_FOLLOW, TaskType.WARNING_LETTER_VISIT);
        Set<RiskLevel> belowHigh = Set.of(RiskLevel.MEDIUM, RiskLevel.LOW, RiskLevel.NORMAL);
        LocalDate start = LocalDate.EPOCH;
        for (VisitMethod method : VisitMethod.values()) {
            for (VisitOutcome outcome : VisitOutcome.values()) {
                for (boolean met : outcome.childMet() ? new boolean[] {true, false} : new boolean[] {false}) {
                    for (RiskLevel level : RiskLevel.values()) {
                        for (TaskType type : TaskType.values()) {
                            boolean expected = method == VisitMethod.HOME
                                    && visits.contains(type)
                                    && (met || (outcome == VisitOutcome.MET_CAREGIVER && belowHigh.contains(level)));
                            RecordedVisit visit = visit(method, outcome, new Seen(CHILD, met, level, VILLAGE));

                            boolean settles = Settling.settles(
                                    visit, new Asked(type, CHILD, start, null), FollowUpPolicy.standard());

                            assertThat(settles)
                                    .as("%s %s met=%s %s %s", method, outcome, met, level, type)
                                    .isEqualTo(expected);
                        }
                    }
                }
            }
        }
    }

    @Test
    void everyChildMetCountsAndSoDoesTheHousehold() {
        assertThat(Settling.subjects(visit(VisitMethod.HOME, VisitOutcome.MET_CHILD, met(CHILD), met(SIBLING))))
                .containsExactlyInAnyOrder(HOUSEHOLD, CHILD, SIBLING);
    }

    @ParameterizedTest
    @EnumSource(VisitOutcome.class)
    void aSiblingNotMetDoesNotCountBesideOneWhoWas(VisitOutcome outcome) {
        if (outcome.childMet()) {
            assertThat(Settling.subjects(
                            visit(VisitMethod.HOME, outcome, met(CHILD), notMet(SIBLING, RiskLevel.NORMAL))))
                    .containsExactlyInAnyOrder(HOUSEHOLD, CHILD);
        } else {
            assertThat(Settling.subjects(visit(VisitMethod.HOME, outcome, notMet(SIBLING, RiskLevel.CRITICAL))))
                    .doesNotContain(SIBLING);
        }
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, false", "HIGH, false", "MEDIUM, true", "LOW, true", "NORMAL, true"})
    void theCaregiverAloneIsEnoughBelowHigh(RiskLevel level, boolean counts) {
        RecordedVisit visit = visit(VisitMethod.HOME, VisitOutcome.MET_CAREGIVER, notMet(CHILD, level));

        assertThat(Settling.subjects(visit).contains(CHILD)).isEqualTo(counts);
    }

    /** Offline for days: at which level the child is now, and whether it was HIGH or CRITICAL on the day of the visit. */
    @ParameterizedTest
    @CsvSource({"MEDIUM, false, true", "MEDIUM, true, false", "HIGH, false, false", "HIGH, true, false"})
    void theCaregiverAloneIsEnoughWhereTheLevelWasBelowHighOnTheDayToo(
            RiskLevel now, boolean closelyThen, boolean counts) {
        RecordedVisit visit = visit(VisitMethod.HOME, VisitOutcome.MET_CAREGIVER, notMet(CHILD, now), met(SIBLING));

        RecordedVisit judged = Settling.asOfTheDay(visit, closelyThen ? Set.of(CHILD) : Set.of());

        assertThat(Settling.judgedByTheDay(visit)).isEqualTo(now == RiskLevel.MEDIUM ? Set.of(CHILD) : Set.of());
        assertThat(Settling.subjects(judged).contains(CHILD)).isEqualTo(counts);
    }

    @Test
    void theHouseholdCountsWhenAChildWasMetOrTheCaregiverSufficesForAll() {
        Seen low = notMet(SIBLING, RiskLevel.LOW);
        Seen high = notMet(CHILD, RiskLevel.HIGH);

        assertThat(countsForHousehold(VisitOutcome.MET_CHILD, met(CHILD), low)).isTrue();
        assertThat(countsForHousehold(VisitOutcome.MET_CAREGIVER, low)).isTrue();
        assertThat(countsForHousehold(VisitOutcome.MET_CAREGIVER, low, high)).isFalse();
        assertThat(countsForHousehold(VisitOutcome.MET_CAREGIVER)).isFalse();
    }

    private static boolean countsForHousehold(VisitOutcome outcome, Seen... children) {
        return Settling.subjects(visit(VisitMethod.HOME, outcome, children)).contains(HOUSEHOLD);
    }

    /** The visit is on 1 March 2026 in Shanghai, and on 28 February elsewhere; the intervals are 14 and 90 days. */
    @ParameterizedTest
    @CsvSource({
        "HIGH, LOW,  2026-01-01, true,  true",
        "HIGH, LOW,  2026-03-15, true,  true",
        "HIGH, LOW,  2026-03-16, false, false",
        "LOW,  HIGH, 2026-03-16, true,  false",
        "LOW,  LOW,  2026-05-30, true,  true",
        "LOW,  LOW,  2026-05-31, false, false"
    })
    void anEarlyVisitSettlesTheComingTaskAndAnOldOneNoLaterTask(
            RiskLevel ofChild, RiskLevel ofSibling, LocalDate startOn, boolean child, boolean household) {
        RecordedVisit visit = new RecordedVisit(
                UUID.randomUUID(),
                HOUSEHOLD,
                VILLAGE,
                VisitMethod.HOME,
                VisitOutcome.MET_CHILD,
                Instant.parse("2026-02-28T16:00:00Z"),
                List.of(new Seen(CHILD, true, ofChild, VILLAGE), new Seen(SIBLING, true, ofSibling, VILLAGE)));
        FollowUpPolicy policies = FollowUpPolicy.standard();

        assertThat(Settling.isRecentEnough(visit, asked(CHILD, startOn, null), policies))
                .isEqualTo(child);
        assertThat(Settling.isRecentEnough(visit, asked(HOUSEHOLD, startOn, null), policies))
                .isEqualTo(household);
    }

    private static Asked asked(UUID subject, LocalDate startOn, @Nullable Instant aroseAt) {
        return new Asked(TaskType.VISIT, subject, startOn, aroseAt);
    }

    /** The visit is at the epoch. */
    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void ofAConcernNoVisitKnewThatWasMadeBeforeItArose(int secondsLater, boolean settles) {
        Asked asked = asked(CHILD, LocalDate.EPOCH, Instant.EPOCH.plusSeconds(secondsLater));

        assertThat(Settling.settles(
                        visit(VisitMethod.HOME, VisitOutcome.MET_CHILD, met(CHILD)), asked, FollowUpPolicy.standard()))
                .isEqualTo(settles);
    }

    /** Follow-ups may be asked for months ahead: a visit after the concern settles the next one, and not all of them. */
    @ParameterizedTest
    @CsvSource({"7, true", "8, false"})
    void aVisitAfterTheConcernSettlesWhatBeginsWithinTheInterval(int daysAhead, boolean settles) {
        Asked asked = asked(CHILD, LocalDate.EPOCH.plusDays(daysAhead), Instant.EPOCH);

        assertThat(Settling.settles(
                        visit(VisitMethod.HOME, VisitOutcome.MET_CHILD, met(CHILD)), asked, FollowUpPolicy.standard()))
                .isEqualTo(settles);
    }

    /** {@code before} and {@code now} name who was met: the child, its caregiver or nobody. */
    @ParameterizedTest
    @CsvSource({
        "MET_CAREGIVER, MET_CAREGIVER, LOW,  false",
        "MET_CAREGIVER, MET_CAREGIVER, HIGH, false",
        "MET_CAREGIVER, NO_ONE_HOME,   LOW,  true",
        "MET_CAREGIVER, NO_ONE_HOME,   HIGH, true",
        "MET_CHILD,     MET_CAREGIVER, LOW,  false",
        "MET_CHILD,     MET_CAREGIVER, HIGH, true",
        "MET_CHILD,     REFUSED,       LOW,  true",
        "MET_CAREGIVER, MET_CHILD,     HIGH, false"
    })
    void anAmendmentUnsettlesWhatTheVisitDoesNotMeetAnyMoreWhateverTheLevelIsToday(
            VisitOutcome before, VisitOutcome now, RiskLevel today, boolean unsettles) {
        assertThat(Settling.unsettles(
                        atHome(before, today),
                        atHome(now, today),
                        asked(CHILD, LocalDate.EPOCH, null),
                        FollowUpPolicy.standard()))
                .isEqualTo(unsettles);
    }

    private static RecordedVisit atHome(VisitOutcome outcome, RiskLevel level) {
        return visit(VisitMethod.HOME, outcome, new Seen(CHILD, outcome.childMet(), level, VILLAGE));
    }

    /** What begins 40 days after a visit it settles at LOW (90 days), not at HIGH (14), to which the level may have risen. */
    @ParameterizedTest
    @CsvSource({"LOW, 50, false", "LOW, 51, true", "HIGH, 50, false", "HIGH, 51, true"})
    void aDayThatIsAmendedIsJudgedAtALevelAtWhichTheVisitSettled(RiskLevel today, int daysEarlier, boolean unsettles) {
        RecordedVisit before = atHome(VisitOutcome.MET_CHILD, today);
        RecordedVisit now = new RecordedVisit(
                before.id(),
                HOUSEHOLD,
                VILLAGE,
                VisitMethod.HOME,
                VisitOutcome.MET_CHILD,
                Instant.EPOCH.minus(Duration.ofDays(daysEarlier)),
                before.children());
        Asked asked = asked(CHILD, LocalDate.EPOCH.plusDays(40), null);

        assertThat(Settling.unsettles(before, now, asked, FollowUpPolicy.standard()))
                .isEqualTo(unsettles);
    }

    @ParameterizedTest
    @EnumSource(
            value = VisitOutcome.class,
            names = {"NO_ONE_HOME", "REFUSED", "MOVED"})
    void aVisitThatMetNobodyLeavesTheTask(VisitOutcome outcome) {
        assertThat(Settling.subjects(visit(VisitMethod.HOME, outcome, notMet(CHILD, RiskLevel.NORMAL))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = VisitMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "HOME")
    void onlyAHomeVisitCounts(VisitMethod method) {
        assertThat(Settling.subjects(visit(method, VisitOutcome.MET_CHILD, met(CHILD))))
                .isEmpty();
    }
}
