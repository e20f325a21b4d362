package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.notification.Delivery.Subject;
import org.shouwang.notification.StillTrue.Told;
import org.shouwang.notification.gateway.PushResult;
import org.shouwang.notification.gateway.PushResult.Outcome;

class DeliveryTest {

    /** 10:00 in Shanghai. */
    private static final Instant MORNING = Instant.parse("2026-03-02T02:00:00Z");

    private static final Instant NIGHT = Instant.parse("2026-03-02T13:30:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-03T00:00:00Z");

    @Test
    void byDayItIsSent() {
        assertThat(delivery("task-assigned", false, false).withoutSending(MORNING, false))
                .isEmpty();
    }

    @Test
    void atNightItWaitsUnlessUrgent() {
        assertThat(delivery("task-assigned", false, false).withoutSending(NIGHT, false))
                .contains(Settlement.postponed(NEXT_DAY));
        assertThat(delivery("task-assigned", true, false).withoutSending(NIGHT, false))
                .isEmpty();
    }

    @Test
    void afterADayItIsStaleEvenWhenUrgent() {
        Delivery urgent = delivery("task-assigned", true, false);

        assertThat(urgent.withoutSending(MORNING.plus(Duration.ofHours(24)), false))
                .isEmpty();
        assertThat(urgent.withoutSending(MORNING.plus(Duration.ofHours(24)).plusMillis(1), false))
                .contains(Settlement.stale("TOO_LATE"));
    }

    @Test
    void whatWasReadNeedsNoHint() {
        assertThat(delivery("task-assigned", true, true).withoutSending(MORNING, false))
                .contains(Settlement.stale("ALREADY_READ"));
    }

    @Test
    void whatIsNotTrueAnyMoreIsNotPushed() {
        assertThat(delivery("task-assigned", true, false).withoutSending(MORNING, true))
                .contains(Settlement.stale("OUTDATED"));
    }

    @Test
    void withoutItsNotificationItIsNotSent() {
        assertThat(delivery(null, true, false).withoutSending(MORNING, false))
                .contains(Settlement.stale("NOTIFICATION_GONE"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"GONE", "MISCONFIGURED", "REFUSED"})
    void whatNeverGetsThroughIsDead(Outcome outcome) {
        assertThat(delivery("task-assigned", true, false).after(PushResult.of(outcome, "WHY"), MORNING, 0.5))
                .isEqualTo(Settlement.dead("WHY"));
    }

    @Test
    void anotherTryFollowsTheBackoff() {
        PushResult failed = PushResult.retry("UNAVAILABLE", null);

        assertThat(delivery("task-assigned", true, false).after(failed, MORNING, 0.5))
                .isEqualTo(Settlement.tryAgain(MORNING.plusSeconds(60), "UNAVAILABLE"));
    }

    @Test
    void aChannelThatIsDownRestsForAQuarterOfAnHour() {
        PushResult down = PushResult.of(Outcome.CHANNEL_DOWN, "THIRD_PARTY_AUTH_ERROR");

        assertThat(delivery("task-assigned", true, false).after(down, MORNING, 0.9))
                .isEqualTo(Settlement.tryAgain(MORNING.plusSeconds(900), "THIRD_PARTY_AUTH_ERROR"));
    }

    /** Tried twice before. */
    private static Delivery delivery(@Nullable String event, boolean urgent, boolean read) {
        UUID id = new UUID(0, 1);
        Subject notice = event == null ? null : new Subject(new Told(id, event, id, id), "task", urgent, read);
        return new Delivery(id, new UUID(0, 2), "FCM", "ANDROID", MORNING, 2, notice);
    }
}
