package org.shouwang.task.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shouwang.policy.FollowUpPolicy;
import org.shouwang.register.child.RiskLevel;

class CardDatesTest {

    private static Optional<LocalDate> nextContact(Facts facts) {
        return CardDates.nextContact(facts.followed(), FollowUpPolicy.standard());
    }

    private static Optional<LocalDate> on(String day) {
        return Optional.of(LocalDate.parse(day));
    }

    @Test
    void belowHighACallIsDueSoLongAfterTheLastVisitOrCall() {
        assertThat(nextContact(new Facts(RiskLevel.MEDIUM))).isEqualTo(on("2026-01-15"));
        assertThat(nextContact(new Facts(RiskLevel.LOW).visited("2026-03-01"))).isEqualTo(on("2026-03-31"));
        assertThat(nextContact(new Facts(RiskLevel.LOW).visited("2026-03-01").called("2026-03-20")))
                .isEqualTo(on("2026-04-19"));
        assertThat(nextContact(new Facts(RiskLevel.NORMAL).called("2026-03-01").visited("2026-03-20")))
                .isEqualTo(on("2026-06-18"));
    }

    @Test
    void whatWasBeforeTheFileWasOpenedAgainDoesNotCount() {
        assertThat(nextContact(new Facts(RiskLevel.MEDIUM).visited("2025-12-01").since("2026-01-01")))
                .isEqualTo(on("2026-01-15"));
    }

    @Test
    void itIsATaskAtHighAndNothingOfAClosedFile() {
        assertThat(nextContact(new Facts(RiskLevel.HIGH))).isEmpty();
        assertThat(nextContact(new Facts(RiskLevel.CRITICAL))).isEmpty();
        assertThat(nextContact(new Facts(RiskLevel.LOW).closed())).isEmpty();
    }
}
