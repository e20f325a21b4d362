package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.problem.Violation;
import org.shouwang.visit.VisitCodes.Hazard;
import org.shouwang.visit.VisitCodes.Need;
import org.shouwang.visit.VisitCodes.PsychSign;
import org.shouwang.visit.VisitForms.Child;

class VisitRulesTest {

    /** 2026-07-01 00:30 in Shanghai, still 30 June in UTC. */
    private static final Instant NOW = Instant.parse("2026-06-30T16:30:00Z");

    private static final Instant START = NOW.minusSeconds(3600);
    private static final LocalDate DAY_OF_START = LocalDate.of(2026, 6, 30);
    private static final UUID GRANDMOTHER = new UUID(3, 3);
    private static final Set<UUID> HOUSEHOLD = Set.of(GRANDMOTHER, new UUID(3, 4));
    private static final UUID STRANGER = new UUID(9, 9);
    private static final UUID SIBLING = new UUID(1, 2);

    private static final Child[] NONE = {};

    private static VisitForms visit() {
        return VisitForms.at(START);
    }

    static Stream<Arguments> believable() {
        return Stream.of(
                arguments("the least that a visit holds", visit()),
                arguments("ten minutes ahead", visit().started(NOW.plusSeconds(600))),
                arguments(
                        "on the 90th day back, from its local midnight",
                        visit().started(Instant.parse("2026-04-01T16:00:00Z"))),
                arguments(
                        "a phone without time, far ahead",
                        visit().started(NOW.plusSeconds(86_400)).withoutTime()),
                arguments(
                        "a phone without time, long ago",
                        visit().started(Instant.EPOCH).ended(START).withoutTime()),
                arguments(
                        "a phone whose clock was set back",
                        visit().ended(START.minusSeconds(60)).withoutTime()),
                arguments("exactly four hours", visit().ended(START.plusSeconds(4 * 3600))),
                arguments("ended as it began", visit().ended(START)),
                arguments(
                        "siblings of whom one was seen",
                        visit().children(Child.met(), Child.notMet().id(SIBLING))),
                arguments(
                        "caregiver met, child not",
                        visit().children(Child.notMet()).outcome(VisitOutcome.MET_CAREGIVER)),
                arguments("nobody home", visit().children(Child.notMet()).outcome(VisitOutcome.NO_ONE_HOME)),
                arguments(
                        "a visit to a woman",
                        visit().children(NONE).members(GRANDMOTHER).outcome(VisitOutcome.MET_CAREGIVER)),
                arguments(
                        "a caregiver of the household",
                        visit().children(Child.met().caregiver(GRANDMOTHER))),
                arguments(
                        "injured, with the detail",
                        visit().children(Child.met().injured(new InjuryDetail("左膝", "摔倒")))),
                arguments(
                        "next visit on the day after",
                        visit().children(Child.met().next(DAY_OF_START.plusDays(1)))),
                arguments(
                        "next visit two years on", visit().children(Child.met().next(DAY_OF_START.plusDays(730)))),
                arguments("no hazard", visit().hazards(Hazard.NONE)),
                arguments("two hazards", visit().hazards(Hazard.WATER, Hazard.ROAD)),
                arguments("normal", visit().children(Child.met().signs(PsychSign.NORMAL))),
                arguments("no need", visit().children(Child.met().needs(Need.NONE))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void believable(String name, VisitForms visit) {
        List<Violation> violations = VisitRules.check(visit.form(), HOUSEHOLD, NOW);
        assertThat(violations).as(name).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(visit().started(NOW.plusSeconds(601)), "startedAt", "visit-in-future"),
                arguments(visit().started(Instant.MAX), "startedAt", "visit-in-future"),
                arguments(visit().started(Instant.MIN), "startedAt", "visit-too-old"),
                arguments(visit().started(Instant.parse("2026-04-01T15:59:59Z")), "startedAt", "visit-too-old"),
                arguments(visit().ended(START.minusSeconds(1)), "endedAt", "visit-ends-before-start"),
                arguments(visit().ended(Instant.MIN), "endedAt", "visit-ends-before-start"),
                arguments(visit().ended(START.plusSeconds(4 * 3600 + 1)), "endedAt", "visit-too-long"),
                arguments(visit().ended(Instant.MAX), "endedAt", "visit-too-long"),
                arguments(visit().children(NONE).outcome(VisitOutcome.NO_ONE_HOME), "children", "visit-of-nobody"),
                arguments(visit().children(Child.met(), Child.met()), "children[1].childId", "visit-child-twice"),
                arguments(visit().members(GRANDMOTHER, GRANDMOTHER), "memberIds[1]", "visit-member-twice"),
                arguments(visit().members(GRANDMOTHER, STRANGER), "memberIds[1]", "visit-not-a-member"),
                arguments(
                        visit().children(Child.met().caregiver(STRANGER)),
                        "children[0].actualCaregiverId",
                        "visit-not-a-member"),
                arguments(
                        visit().children(Child.met().injured(null)),
                        "children[0].injuryDetail",
                        "visit-injury-needs-detail"),
                arguments(
                        visit().children(Child.met().next(DAY_OF_START)),
                        "children[0].nextVisitOn",
                        "visit-next-not-later"),
                arguments(
                        visit().children(Child.met().next(DAY_OF_START.plusDays(731))),
                        "children[0].nextVisitOn",
                        "visit-next-too-late"),
                arguments(
                        visit().children(Child.met().next(LocalDate.MAX)),
                        "children[0].nextVisitOn",
                        "visit-next-too-late"),
                arguments(visit().hazards(Hazard.NONE, Hazard.WATER), "hazards", "visit-none-alone"),
                arguments(
                        visit().children(Child.met().signs(PsychSign.SAD, PsychSign.NORMAL)),
                        "children[0].psychSigns",
                        "visit-normal-alone"),
                arguments(
                        visit().children(Child.met().needs(Need.MEDICAL, Need.NONE)),
                        "children[0].needs",
                        "visit-none-alone"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource
    void refused(VisitForms visit, String field, String rule) {
        List<Violation> violations = VisitRules.check(visit.form(), HOUSEHOLD, NOW);
        assertThat(violations).extracting(Violation::field, Violation::rule).containsExactly(tuple(field, rule));
    }

    /** Whoever was seen, exactly the outcomes that say so are believed. */
    @Property
    void outcomeAgreesWithWhoWasSeen(@ForAll VisitOutcome outcome, @ForAll @Size(min = 1, max = 6) List<Boolean> seen) {
        Child[] children = new Child[seen.size()];
        Arrays.setAll(children, i -> (seen.get(i) ? Child.met() : Child.notMet()).id(new UUID(1, i)));
        List<Violation> violations =
                VisitRules.check(visit().children(children).outcome(outcome).form(), HOUSEHOLD, NOW);
        boolean saysMet = outcome == VisitOutcome.MET_CHILD || outcome == VisitOutcome.MET_CHILD_AND_CAREGIVER;
        boolean agrees = saysMet == seen.contains(true);
        assertThat(violations).extracting(Violation::field).isEqualTo(agrees ? List.of() : List.of("outcome"));
    }

    /** Age is counted in local days: the hour at which the request comes does not matter. */
    @Property
    void ageIsCountedInLocalDays(
            @ForAll @IntRange(max = 100) int daysBack,
            @ForAll @IntRange(max = 23) int startHour,
            @ForAll @IntRange(max = 23) int hourNow) {
        LocalDate today = LocalDate.of(2026, 7, 1);
        Instant now = LocalDays.at(today, LocalTime.of(hourNow, 0));
        Instant start = LocalDays.at(today.minusDays(daysBack), LocalTime.of(startHour, 0));
        List<Violation> violations = VisitRules.check(visit().started(start).form(), HOUSEHOLD, now);
        assertThat(violations.stream().anyMatch(violation -> violation.rule().equals("visit-too-old")))
                .isEqualTo(daysBack > 90);
    }
}
