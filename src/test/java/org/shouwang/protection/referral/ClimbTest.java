package org.shouwang.protection.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.protection.referral.Climb.Rung;
import org.shouwang.staff.PostsInOffice.InOffice;

/** Reminders −3 d, −1 d, 0, +3 d, +7 d (6.1), and faster ones where it is urgent. */
class ClimbTest {

    private static final Instant DUE = Instant.parse("2026-05-10T04:00:00Z");
    private static final List<InOffice> OFFICERS = List.of(somebody());
    private static final List<InOffice> SENDER = List.of(somebody());
    private static final List<InOffice> COORDINATORS = List.of(somebody());
    private static final List<InOffice> LEADS = List.of(somebody());
    private static final People ALL = new People(OFFICERS, SENDER, COORDINATORS, LEADS);

    private static InOffice somebody() {
        return new InOffice(UUID.randomUUID(), UUID.randomUUID(), 1);
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER,NORMAL,PT-72H SOON/PT-24H SOON/PT0S DUE/PT72H COORDINATOR/PT168H LEAD/PT336H LEAD/PT504H LEAD",
        "ANSWER,URGENT,PT-4H SOON/PT0S DUE/PT12H COORDINATOR/PT24H LEAD/PT48H LEAD/PT72H LEAD/PT96H LEAD",
        "ANSWER,IMMEDIATE,PT-30M SOON/PT0S DUE/PT30M COORDINATOR/PT1H LEAD/PT3H LEAD/PT5H LEAD/PT7H LEAD",
        "FEEDBACK,NORMAL,PT-72H SOON/PT-24H SOON/PT0S DUE/PT72H COORDINATOR/PT168H LEAD/PT336H LEAD/PT504H LEAD",
        "FEEDBACK,URGENT,PT-4H SOON/PT0S DUE/PT12H COORDINATOR/PT24H LEAD/PT48H LEAD/PT72H LEAD/PT96H LEAD",
        "FEEDBACK,IMMEDIATE,PT-4H SOON/PT0S DUE/PT12H COORDINATOR/PT24H LEAD/PT48H LEAD/PT72H LEAD/PT96H LEAD",
        "ELSEWHERE,URGENT,PT0S DUE/PT96H COORDINATOR/PT264H LEAD/PT600H LEAD/PT936H LEAD/PT1272H LEAD/PT1608H LEAD",
        "READ,IMMEDIATE,PT0S DUE/PT96H COORDINATOR/PT264H LEAD/PT600H LEAD/PT936H LEAD/PT1272H LEAD/PT1608H LEAD"
    })
    void theStepsAreThese(Phase phase, Urgency urgency, String steps) {
        Climb climb = Climb.of(phase, urgency);

        String told = IntStream.range(0, 7)
                .mapToObj(step -> Duration.between(DUE, climb.at(DUE, step)) + " " + climb.rung(step))
                .collect(Collectors.joining("/"));

        assertThat(told).isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({"-PT73H,0", "-PT72H,1", "-PT1S,2", "PT0S,3", "P3D,4", "P7D,5", "P13D,5", "P14D,6"})
    void aStepIsReachedAtItsMoment(Duration after, int reached) {
        assertThat(Climb.of(Phase.ANSWER, Urgency.NORMAL).reached(DUE, DUE.plus(after)))
                .isEqualTo(reached);
    }

    @Test
    void eachRungIncludesThoseBelow() {
        assertThat(ALL.told(Phase.ANSWER, Rung.SOON, false)).isEqualTo(OFFICERS);
        assertThat(ALL.told(Phase.ANSWER, Rung.DUE, false)).isEqualTo(concat(OFFICERS, SENDER));
        assertThat(ALL.told(Phase.ANSWER, Rung.COORDINATOR, false)).isEqualTo(concat(OFFICERS, SENDER, COORDINATORS));
        assertThat(ALL.told(Phase.ANSWER, Rung.LEAD, false)).isEqualTo(concat(OFFICERS, SENDER, COORDINATORS, LEADS));
    }

    @Test
    void noCoordinatorHearsOfARestrictedOne() {
        assertThat(ALL.told(Phase.ANSWER, Rung.COORDINATOR, true)).isEqualTo(concat(OFFICERS, SENDER, LEADS));
        assertThat(ALL.told(Phase.FEEDBACK, Rung.LEAD, true)).isEqualTo(concat(OFFICERS, SENDER, LEADS));
    }

    @Test
    void whereATownHasNoCoordinatorTheLeadIsToldInThatPlace() {
        assertThat(new People(OFFICERS, SENDER, List.of(), LEADS).told(Phase.ANSWER, Rung.COORDINATOR, false))
                .isEqualTo(concat(OFFICERS, SENDER, LEADS));
    }

    @Test
    void whereNobodyIsInOfficeTheLeadAnswers() {
        assertThat(new People(List.of(), SENDER, COORDINATORS, LEADS).told(Phase.ANSWER, Rung.SOON, false))
                .isEqualTo(LEADS);
    }

    @Test
    void whatWasRejectedIsTheSendersAlone() {
        assertThat(ALL.told(Phase.ELSEWHERE, Rung.DUE, false)).isEqualTo(SENDER);
    }

    @Test
    void whereTheSenderIsNotInOfficeWhoeverStandsAboveHearsInItsPlace() {
        People absent = new People(OFFICERS, List.of(), COORDINATORS, LEADS);

        assertThat(absent.told(Phase.READ, Rung.DUE, false)).isEqualTo(COORDINATORS);
        assertThat(absent.told(Phase.ELSEWHERE, Rung.DUE, true)).isEqualTo(LEADS);
        assertThat(absent.asking(false)).isEqualTo(COORDINATORS);
    }

    /** DUE is noon in Shanghai; the next morning is 20 hours later. */
    @ParameterizedTest
    @CsvSource({
        "ANSWER,true,P7D,PT20H",
        "ANSWER,true,PT30M,PT30M",
        "READ,true,P7D,P7D",
        "READ,false,P7D,PT20H",
        "FEEDBACK,false,P7D,PT20H"
    })
    void itIsLookedAtEveryMorningWhileAReceiverIsAwaitedOrNobodyStoodAtTheStep(
            Phase phase, boolean heard, Duration next, Duration look) {
        assertThat(Climb.look(phase, DUE.plus(next), heard, DUE)).isEqualTo(DUE.plus(look));
    }

    @SafeVarargs
    private static List<InOffice> concat(List<InOffice>... people) {
        return List.of(people).stream().flatMap(List::stream).toList();
    }
}
