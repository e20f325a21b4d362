package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.notification.NextStep.CallState;
import org.shouwang.notification.NextStep.Kind;
import org.shouwang.notification.NextStep.Look;
import org.shouwang.notification.NextStep.SmsState;
import org.shouwang.notification.reach.ReachSettings;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.sms.SmsBudget;
import org.shouwang.platform.sms.SmsResult;

/** What is done about a notice that nobody opened, by the clock of the district. Standard: 10 minutes, 30 minutes, 12 hours. */
class NextStepTest {

    private static final String DAY = "2026-03-02T";
    private static final String NEXT = "2026-03-03T";

    private static Instant at(String local) {
        String full = local.startsWith("+") ? NEXT + local.substring(1) : DAY + local;
        return LocalDateTime.parse(full).atZone(LocalDays.ZONE).toInstant();
    }

    private static Look look(Grade grade, String told, boolean wakeable, SmsState sms, CallState call) {
        return new Look(grade, at(told), null, wakeable, true, sms, call, null);
    }

    private static String step(Look look, boolean open, String now) {
        NextStep step = NextStep.of(look, ReachSettings.STANDARD, open, at(now));
        return switch (step.kind()) {
            case WAIT -> "until " + LocalDateTime.ofInstant(step.moment(), LocalDays.ZONE);
            case END -> "end " + step.reason();
            case SMS, CALL -> step.kind().name();
        };
    }

    private static String until(String local) {
        return "until " + LocalDateTime.ofInstant(at(local), LocalDays.ZONE);
    }

    /** A plus before a time is the next day. */
    @ParameterizedTest(name = "{0} told at {1}, phone {2}, sms {3}, call {4}, now {5}: {6}")
    @CsvSource({
        // Urgent: ten minutes, at any hour.
        "URGENT, 10:00, true, NONE, NONE, 10:00, 10:10",
        "URGENT, 10:00, true, NONE, NONE, 10:09:59, 10:10",
        "URGENT, 10:00, true, NONE, NONE, 10:10, SMS",
        "URGENT, 23:00, true, NONE, NONE, 23:10, SMS",
        "URGENT, 10:00, true, SENT, NONE, 10:11, end SMS_SENT",
        "URGENT, 10:00, true, FAILED, NONE, 10:30, end SMS_FAILED",
        "URGENT, 10:00, true, NONE, NONE, +10:00, end NOT_REACHED",
        // Nobody's push arrives without a phone that can be woken.
        "URGENT, 10:00, false, NONE, NONE, 10:00, SMS",
        "URGENT, 03:00, false, NONE, NONE, 03:00, SMS",
        // Tried before and not answered: at once again, whoever claims it.
        "URGENT, 10:00, true, SENDING, NONE, 10:12, SMS",
        // Of high priority: half a day, and only by day.
        "HIGH, 08:00, true, NONE, NONE, 10:00, +08:00",
        "HIGH, 06:00, true, NONE, NONE, 08:00, 18:00",
        "HIGH, 06:00, true, NONE, NONE, 18:00, SMS",
        "HIGH, 06:00, true, NONE, NONE, 19:59, SMS",
        "HIGH, 06:00, true, NONE, NONE, 20:00, +08:00",
        "HIGH, 10:00, true, NONE, NONE, +07:59, +08:00",
        "HIGH, 10:00, true, NONE, NONE, +08:00, SMS",
        "HIGH, 10:00, false, NONE, NONE, 10:00, +08:00",
        "HIGH, 06:00, true, SENDING, NONE, 21:00, +08:00",
        "HIGH, 06:00, true, SENT, NONE, 18:01, end SMS_SENT",
        // Critical: an SMS after ten minutes, a call after thirty.
        "CRITICAL, 23:00, true, NONE, NONE, 23:00, 23:10",
        "CRITICAL, 23:00, true, NONE, NONE, 23:10, SMS",
        "CRITICAL, 23:00, true, SENT, NONE, 23:11, 23:30",
        "CRITICAL, 23:00, true, FAILED, NONE, 23:30, CALL",
        "CRITICAL, 23:00, true, SENT, NONE, 23:30, CALL",
        "CRITICAL, 10:00, true, SENT, ASKED, 10:31, 10:32",
        "CRITICAL, 10:00, true, SENT, OVER, 10:45, end SMS_SENT",
        "CRITICAL, 10:00, true, FAILED, OVER, 10:45, end SMS_FAILED"
    })
    void byTheClock(
            Grade grade, String told, boolean phone, SmsState sms, CallState call, String now, String expected) {
        String step = step(look(grade, told, phone, sms, call), true, now);

        boolean isMoment = expected.matches("[+\\d].*");
        assertThat(step).isEqualTo(isMoment ? until(expected) : expected);
    }

    @Test
    void whileTheChannelIsClosedTheSmsWaitsAndTheCallDoesNot() {
        assertThat(step(look(Grade.URGENT, "10:00", true, SmsState.NONE, CallState.NONE), false, "10:15"))
                .isEqualTo(until("10:16"));
        assertThat(step(look(Grade.CRITICAL, "10:00", true, SmsState.NONE, CallState.NONE), false, "10:30"))
                .isEqualTo("CALL");
        assertThat(step(look(Grade.URGENT, "10:00", true, SmsState.NONE, CallState.NONE), false, "+10:00"))
                .isEqualTo("end NOT_REACHED");
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void nobodyIsSentAfterWhoKnows(Grade grade) {
        Look read = new Look(grade, at("10:00"), "READ", false, true, SmsState.SENDING, CallState.ASKED, null);

        assertThat(step(read, true, "12:00")).isEqualTo("end READ");
    }

    @Test
    void aLandlineGetsNoMessageButItsHolderIsCalled() {
        Look landline = new Look(Grade.CRITICAL, at("10:00"), null, false, false, SmsState.NONE, CallState.NONE, null);

        assertThat(step(landline, true, "10:00")).isEqualTo(until("10:30"));
        assertThat(step(landline, true, "10:30")).isEqualTo("CALL");
    }

    @Test
    void messagesKeepTenMinutesApartUnlessAChildMayBeInDanger() {
        Look urgent = new Look(Grade.URGENT, at("10:00"), null, true, true, SmsState.NONE, CallState.NONE, at("10:05"));
        Look critical =
                new Look(Grade.CRITICAL, at("10:00"), null, true, true, SmsState.NONE, CallState.NONE, at("10:05"));

        assertThat(step(urgent, true, "10:10")).isEqualTo(until("10:15"));
        assertThat(step(critical, true, "10:10")).isEqualTo("SMS");
    }

    @Test
    void aCountyMaySwitchOffRemindersAndNothingElse() {
        ReachSettings quiet = new ReachSettings(
                Duration.ofMinutes(60), Duration.ofMinutes(240), false, Duration.ofHours(2), new SmsBudget(10, 10));

        Look high = look(Grade.HIGH, "10:00", true, SmsState.NONE, CallState.NONE);
        Look urgent = look(Grade.URGENT, "10:00", true, SmsState.NONE, CallState.NONE);

        assertThat(NextStep.of(high, quiet, true, at("12:00")).reason()).isEqualTo("NOT_REACHED");
        assertThat(NextStep.of(urgent, quiet, true, at("11:00")).kind()).isEqualTo(Kind.SMS);
    }

    @Provide
    Arbitrary<Look> looks() {
        return Combinators.combine(
                        Arbitraries.of(Grade.HIGH, Grade.URGENT, Grade.CRITICAL),
                        Arbitraries.longs().between(0, 100 * 3600).map(seconds -> at("00:00")
                                .minusSeconds(seconds)),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(SmsState.class),
                        Arbitraries.of(CallState.class),
                        Arbitraries.longs().between(0, 3600).map(seconds -> at("00:00")
                                .minusSeconds(seconds)))
                .as((grade, told, wakeable, mobile, sms, call, last) ->
                        new Look(grade, told, null, wakeable, mobile, sms, call, last));
    }

    /** Else a job would look at it for ever without doing anything, or a message would wake somebody who can wait. */
    @Property
    void whatWaitsWaitsForLaterAndNightsBelongToWhatIsUrgent(
            @ForAll("looks") Look look, @ForAll boolean open, @ForAll("hours") int hour) {
        Instant now = at("00:00").plus(Duration.ofHours(hour));

        NextStep step = NextStep.of(look, ReachSettings.STANDARD, open, now);

        if (step.kind() == Kind.WAIT) {
            assertThat(step.moment()).isAfter(now);
        }
        if (step.kind() == Kind.SMS) {
            assertThat(open).isTrue();
            assertThat(look.sms().isOver()).isFalse();
            assertThat(look.grade().isUrgent() || (hour >= 8 && hour < 20)).isTrue();
        }
        if (step.kind() == Kind.CALL) {
            assertThat(look.grade()).isEqualTo(Grade.CRITICAL);
        }
    }

    @Provide
    Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(0, 23);
    }

    @Test
    void anAttemptThatFailedIsRepeatedALimitedNumberOfTimes() {
        SmsResult broken = new SmsResult(SmsResult.Outcome.RETRY, "HTTP_500");
        Instant now = at("10:00");

        assertThat(Stream.of(0, 1, 4, 5).map(before -> RemindBySms.settled(broken, before, now, 0.5)
                        .state()))
                .containsExactly(SmsState.SENDING, SmsState.SENDING, SmsState.SENDING, SmsState.FAILED);
        assertThat(RemindBySms.settled(broken, 1, now, 0.5).nextLookAt()).isEqualTo(now.plusSeconds(30));
        assertThat(RemindBySms.settled(new SmsResult(SmsResult.Outcome.REFUSED, "HTTP_400"), 0, now, 0.5)
                        .state())
                .isEqualTo(SmsState.FAILED);
    }
}
