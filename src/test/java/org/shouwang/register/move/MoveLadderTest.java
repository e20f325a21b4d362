package org.shouwang.register.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwang.register.move.MoveLadder.Plan;

class MoveLadderTest {

    private static final Map<MoveStep, Integer> DAYS =
            Map.of(MoveStep.ASKED, 0, MoveStep.REMINDER, 3, MoveStep.COORDINATOR, 7, MoveStep.COUNTY, 14);

    /** Half past nine in the evening of the first of March. */
    private static final Instant ASKED = Instant.parse("2026-03-01T13:30:00Z");

    private static final Set<MoveStep> NOBODY = EnumSet.noneOf(MoveStep.class);

    private static Plan plan(String now, Set<MoveStep> told, Set<MoveStep> vacant) {
        return MoveLadder.plan(ASKED, DAYS, told, vacant, Instant.parse(now));
    }

    @Test
    void whoIsAskedLearnsOfItAtOnce() {
        Plan plan = plan("2026-03-01T13:30:00Z", NOBODY, NOBODY);

        assertThat(plan.tell()).containsExactly(MoveStep.ASKED);
        assertThat(plan.next()).contains(Instant.parse("2026-03-04T00:00:00Z"));
    }

    @Test
    void eachStepComesOnTheMorningOfItsDay() {
        assertThat(plan("2026-03-03T23:59:59Z", Set.of(MoveStep.ASKED), NOBODY).tell())
                .isEmpty();
        assertThat(plan("2026-03-04T00:00:00Z", Set.of(MoveStep.ASKED), NOBODY).tell())
                .containsExactly(MoveStep.REMINDER);
        assertThat(plan("2026-03-08T00:00:00Z", Set.of(MoveStep.ASKED, MoveStep.REMINDER), NOBODY)
                        .tell())
                .containsExactly(MoveStep.COORDINATOR);
        assertThat(plan("2026-03-14T23:59:59Z", EnumSet.complementOf(EnumSet.of(MoveStep.COUNTY)), NOBODY))
                .isEqualTo(new Plan(NOBODY, java.util.Optional.of(Instant.parse("2026-03-15T00:00:00Z"))));
    }

    @Test
    void whatWasMissedComesNowAndTheLadderEnds() {
        Plan plan = plan("2026-04-01T00:00:00Z", Set.of(MoveStep.ASKED), NOBODY);

        assertThat(plan.tell()).containsExactly(MoveStep.REMINDER, MoveStep.COORDINATOR, MoveStep.COUNTY);
        assertThat(plan.next()).isEmpty();
    }

    @Test
    void aStepThatReachesNobodyIsTriedEveryMorning() {
        Plan plan = plan(
                "2026-03-15T00:00:00Z", EnumSet.complementOf(EnumSet.of(MoveStep.COUNTY)), Set.of(MoveStep.COUNTY));

        assertThat(plan.tell()).isEmpty();
        assertThat(plan.next()).contains(Instant.parse("2026-03-16T00:00:00Z"));
    }
}
