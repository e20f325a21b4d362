package org.shouwang.task.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplanTest {

    private static final Wanted EARLIER = visitAfter("2026-03-01");
    private static final Wanted LATER = visitAfter("2026-03-05");

    @Test
    void anOlderRecordIsCountedFromAgainAndHasMetNothing() {
        Standing open = FollowUpPlans.open(LATER);

        Replan replan = Replan.of(List.of(EARLIER), List.of(open));

        assertThat(replan.made()).containsExactly(EARLIER);
        assertThat(replan.cancelled()).containsExactly(open.taskId());
        assertThat(replan.settled()).isEmpty();
    }

    @Test
    void aLaterRecordHasMetWhatWasOwed() {
        Standing open = FollowUpPlans.open(EARLIER);

        Replan replan = Replan.of(List.of(LATER), List.of(open));

        assertThat(replan.settled().get(open.taskId())).isEqualTo(LATER.begun().orElseThrow());
        assertThat(replan.cancelled()).isEmpty();
    }

    private static Wanted visitAfter(String day) {
        LocalDate on = LocalDate.parse(day);
        Happened visit = new Happened(Happened.Kind.VISIT, UUID.randomUUID(), FollowUpPlans.noon(on));
        return new Wanted(
                FollowUpRule.HOME_VISIT,
                visit.id().toString(),
                Optional.of(visit),
                on.plusDays(23),
                Due.on(on.plusDays(30)),
                Urgency.NORMAL);
    }
}
