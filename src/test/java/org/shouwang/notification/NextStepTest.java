package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
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
import org.shouwang.notification.UnopenedRows.Settled;
import org.shouwang.notification.reach.ReachSettings;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.sms.SmsBudget;
import org.shouwang.platform.sms.SmsPurpose;
import org.shouwang.platform.sms.SmsResult;

/** What is done about a notice that nobody opened, by the clock of the district. Standard: 10 minutes, 30 minutes, 12 hours. */
class NextStepTest {

    private static final String DAY = "2026-03-02T";
    private static final String NEXT = "2026-03-03T";

    private static final SmsBudget BUDGET = new SmsBudget(10, 10);

    private static final ReachSettings CALL_FIRST =
            new ReachSettings(Duration.ofMinutes(60), Duration.ofMinutes(10), true, Duration.ofHours(2), BUDGET);

    private static Instant at(String local) {
        String full = local.startsWith("+") ? NEXT + local.substring(1) : DAY + local;
        return LocalDateTime.parse(full).atZone(LocalDays.ZONE).toInstant();
    }

    private static Look look(Grade grade, String told, boolean wakeable, SmsState sms, CallState call) {
        return new Look(grade, at(told), null, wakeable, true, sms, call, null);
    }

    private static String step(Look look, boolean open, String now) {
        return said(NextStep.of(look, ReachSettings.STANDARD, open, at(now)));
    }

    private static String said(NextStep step) {
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
        "CRITICAL, 10:00, true, FAILED, OVER, 10:45, end CALLED",
        "CRITICAL, 10:00, true, FAILED, NOBODY, 10:45, end SMS_FAILED",
        "CRITICAL, 10:00, true, SENDING, NOBODY, +10:00, end NOT_REACHED",
        // A call that was asked for does not stop the SMS, nor end what is still tried.
        "CRITICAL, 10:00, true, NONE, ASKED, 10:31, SMS",
        "CRITICAL, 10:00, true, SENDING, ASKED, 12:00, SMS",
        "CRITICAL, 10:00, true, NONE, ASKED, +10:00, +11:00",
        // The longer nobody calls, the less often somebody looks.
        "CRITICAL, 10:00, true, SENT, ASKED, 11:59, 12:00",
        "CRITICAL, 10:00, true, SENT, ASKED, 12:00, 12:10",
        "CRITICAL, 10:00, true, SENT, ASKED, +09:59, +10:09",
        "CRITICAL, 10:00, true, FAILED, ASKED, +10:00, +11:00"
    })
    void byTheClock(
            Grade grade, String told, boolean phone, SmsState sms, CallState call, String now, String expected) {
        String step = step(look(grade, told, phone, sms, call), true, now);

        boolean isMoment = expected.matches("[+\\d].*");
        assertThat(step).isEqualTo(isMoment ? until(expected) : expected);
    }

    /** Counties may have the call before the SMS. */
    @ParameterizedTest(name = "sms {0}, call {1}, now {2}: {3}")
    @CsvSource({
        "NONE, NONE, 10:05, 10:10",
        "NONE, NONE, 10:10, CALL",
        "NONE, ASKED, 10:11, 10:12",
        "NONE, ASKED, 10:59:30, 11:00",
        "NONE, ASKED, 11:00, SMS",
        "SENDING, ASKED, 11:01, SMS",
        "SENT, ASKED, 11:02, 11:03",
        "NONE, OVER, 10:30, 11:00"
    })
    void aCallBeforeTheSmsDoesNotSwallowIt(SmsState sms, CallState call, String now, String expected) {
        NextStep step = NextStep.of(look(Grade.CRITICAL, "10:00", true, sms, call), CALL_FIRST, true, at(now));

        assertThat(said(step)).isEqualTo(expected.matches("[+\\d].*") ? until(expected) : expected);
    }

    @ParameterizedTest(name = "sms {0}, open {1}, now {2}: {3}")
    @CsvSource({
        "NONE, true, 10:10, 11:00",
        "NONE, false, 11:05, 11:06",
        "SENDING, false, 11:05, 11:06",
        "SENT, true, 11:05, end NOBODY_TO_CALL",
        "FAILED, true, 11:05, end NOBODY_TO_CALL",
        "NONE, false, +10:00, end NOBODY_TO_CALL"
    })
    void whereNobodyCanCallTheSmsGoesOnUntilItIsOver(SmsState sms, boolean open, String now, String expected) {
        Look look = look(Grade.CRITICAL, "10:00", true, sms, CallState.NONE);

        NextStep step = NextStep.withoutCaller(look, CALL_FIRST, open, at(now));

        assertThat(said(step)).isEqualTo(expected.matches("[+\\d].*") ? until(expected) : expected);
    }

    @Test
    void whatNoMessageReachesMayStillBeOpened() {
        Look landline = new Look(Grade.URGENT, at("10:00"), null, true, false, SmsState.NONE, CallState.NONE, null);

        assertThat(step(landline, true, "10:00")).isEqualTo(until("10:10"));
        assertThat(step(landline, true, "10:10")).isEqualTo("end NOT_REACHED");
    }

    @ParameterizedTest(name = "told at {0}, by day {1}: counted from {2}")
    @CsvSource({"00:00, true, 08:00", "00:00, false, 00:00", "15:00, true, 15:00", "21:00, true, +08:00"})
    void whatIsLateByDayIsFollowedUpFromTheMorning(String told, boolean byDay, String from) {
        UUID id = UUID.randomUUID();
        Notice notice = new Notice(id, 1, id, "task-overdue", "one", Notice.Push.AT_ONCE, "task", id, null);
        Notice graded = byDay ? notice.gradedByDay(Grade.CRITICAL) : notice.graded(Grade.CRITICAL);

        assertThat(graded.followedFrom(at(told))).isEqualTo(at(from));
        assertThat(graded.push()).isEqualTo(Notice.Push.AT_ONCE);
    }

    @ParameterizedTest(name = "{0}, sms {1}, ended {2}: counted {3}")
    @CsvSource({
        "CRITICAL, FAILED, SMS_FAILED, 1",
        "URGENT, NONE, NOT_REACHED, 1",
        "CRITICAL, FAILED, NOBODY_TO_CALL, 1",
        "CRITICAL, SENT, NOBODY_TO_CALL, 0",
        "HIGH, NONE, NOT_REACHED, 0",
        "URGENT, SENT, SMS_SENT, 0",
        "CRITICAL, FAILED, CALLED, 0",
        "CRITICAL, SENDING, READ, 0",
        "URGENT, NONE, POST_ENDED, 0"
    })
    void whatReachedNobodyIsCounted(Grade grade, SmsState sms, String reason, int counted) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();

        new UnreachedCount(meters).ended(grade, sms, reason);

        assertThat(meters.counter("shouwang.unreached").count()).isEqualTo(counted);
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
        ReachSettings quiet =
                new ReachSettings(Duration.ofMinutes(60), Duration.ofMinutes(240), false, Duration.ofHours(2), BUDGET);

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
            @ForAll("looks") Look look,
            @ForAll("settings") ReachSettings settings,
            @ForAll boolean open,
            @ForAll("hours") int hour) {
        Instant now = at("00:00").plus(Duration.ofHours(hour));

        NextStep step = NextStep.of(look, settings, open, now);

        if (look.call() == CallState.ASKED) {
            assertThat(step.kind()).isIn(Kind.WAIT, Kind.SMS);
        }
        if (open && look.grade().isUrgent() && look.sms() == SmsState.SENDING && look.mobile() && fresh(look, now)) {
            assertThat(step.kind()).isEqualTo(Kind.SMS);
        }
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

    private static boolean fresh(Look look, Instant now) {
        return now.isBefore(look.toldAt().plus(NextStep.STALE_AFTER));
    }

    /** All that an office may decide. */
    @Provide
    Arbitrary<ReachSettings> settings() {
        return Combinators.combine(
                        Arbitraries.integers().between(5, 60),
                        Arbitraries.integers().between(10, 240),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(2, 48))
                .as((sms, call, reminders, hours) -> new ReachSettings(
                        Duration.ofMinutes(sms), Duration.ofMinutes(call), reminders, Duration.ofHours(hours), BUDGET));
    }

    @Provide
    Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(0, 23);
    }

    /** Whether it is stale is asked of {@link NextStep} at each look. */
    @ParameterizedTest(name = "{0} after {1} failures: again in {2} s at most")
    @CsvSource({
        "URGENT, 0, 30",
        "URGENT, 1, 60",
        "URGENT, 3, 240",
        "URGENT, 6, 240",
        "URGENT, 400, 240",
        "REMINDER, 3, 240",
        "REMINDER, 6, 1920",
        "REMINDER, 40, 3600"
    })
    void aBridgeThatIsOutOfOrderIsTriedAgainAndAgain(SmsPurpose purpose, int before, int seconds) {
        SmsResult broken = new SmsResult(SmsResult.Outcome.RETRY, "HTTP_503");

        Settled settled = RemindBySms.settled(broken, purpose, before, at("10:00"), 1);

        assertThat(settled)
                .isEqualTo(new Settled(
                        SmsState.SENDING, before + 1, "HTTP_503", at("10:00").plusSeconds(seconds)));
    }

    @Test
    void whatWasNeverTriedIsNoAttemptAndWhatIsRefusedIsTheEnd() {
        SmsResult busy = new SmsResult(SmsResult.Outcome.RETRY, "BUSY");
        SmsResult refused = new SmsResult(SmsResult.Outcome.REFUSED, "HTTP_400");

        assertThat(RemindBySms.settled(busy, SmsPurpose.URGENT, 5, at("10:00"), 1))
                .isEqualTo(new Settled(SmsState.SENDING, 5, "BUSY", at("10:00:30")));
        assertThat(RemindBySms.settled(refused, SmsPurpose.URGENT, 0, at("10:00"), 1)
                        .state())
                .isEqualTo(SmsState.FAILED);
    }
}
