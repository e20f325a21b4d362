package org.shouwang.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.reach.ReachSettings;

/**
 * What is to be done now about a notice that its worker has not opened (通知未打开的升级, roles and law 6.2).
 *
 * @param kind what
 * @param at of {@code WAIT} when to look again
 * @param reason of {@code END} why nobody looks any more, a stable code
 */
record NextStep(Kind kind, @Nullable Instant at, @Nullable String reason) {

    /** After this nobody is sent an SMS any more: it would tell of yesterday. */
    static final Duration STALE_AFTER = Duration.ofHours(24);

    /** What waits for the day may meet a night on its way. */
    static final Duration REMINDER_STALE_AFTER = Duration.ofDays(3);

    /** After a message a worker gets no other one for so long, unless a child may be in danger. */
    static final Duration APART = Duration.ofMinutes(10);

    /** While the channel is closed, and while a coordinator was just asked to call. */
    static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private static final Duration CALL_IS_FRESH = Duration.ofHours(2);
    private static final Duration CALL_IS_OLD = Duration.ofHours(24);

    private static final Duration SOONEST_REMINDER = Duration.ofHours(2);

    enum Kind {
        /** Look again later. */
        WAIT,
        /** Send an SMS, or send it again. */
        SMS,
        /** Ask for a call. */
        CALL,
        /** Nothing is left to be done; a task that asks for a call is taken back. */
        END
    }

    /** How far an SMS has come. */
    enum SmsState {
        NONE,
        /** Counted, and may have gone out. */
        SENDING,
        SENT,
        FAILED;

        boolean isOver() {
            return this == SENT || this == FAILED;
        }
    }

    /** Whether a call was asked for. */
    enum CallState {
        NONE,
        ASKED,
        /** The task is done or cancelled. */
        OVER,
        /** There is nobody to be asked. */
        NOBODY
    }

    /**
     * What is known of a notice.
     *
     * @param needless why nobody need be sent after it, a stable code: it was read, is over, or the post is
     * @param wakeable whether the worker has a phone that a push may reach
     * @param mobile whether the worker has a number that takes messages
     */
    record Look(
            Grade grade,
            Instant toldAt,
            @Nullable String needless,
            boolean wakeable,
            boolean mobile,
            SmsState sms,
            CallState call,
            @Nullable Instant lastSms) {}

    /** Urgent ones are looked at soon: a worker without a phone that can be woken hears by SMS at once. */
    static Instant firstLook(Grade grade, Instant now) {
        return grade.isUrgent() ? now : now.plus(SOONEST_REMINDER);
    }

    /** @param open whether messages may be sent: there is something to send with, and nobody has closed the channel */
    static NextStep of(Look look, ReachSettings settings, boolean open, Instant now) {
        if (look.needless() != null) {
            return end(look.needless());
        }
        Instant stale = look.toldAt().plus(look.grade() == Grade.HIGH ? REMINDER_STALE_AFTER : STALE_AFTER);
        Instant sms = now.isBefore(stale) ? sms(look, settings, now) : null;
        if (sms != null && open && !sms.isAfter(now)) {
            return new NextStep(Kind.SMS, null, null);
        }
        Instant call = call(look, settings, now);
        if (call != null && !call.isAfter(now)) {
            return new NextStep(Kind.CALL, null, null);
        }
        Instant nextSms = sms == null || open ? sms : latest(sms, now.plus(LOOK_EVERY));
        if (call == null && (nextSms == null || !nextSms.isBefore(stale))) {
            return whatCannotBeSent(look, settings, now);
        }
        return wait(Stream.of(Optional.ofNullable(nextSms), Optional.ofNullable(call))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElseThrow());
    }

    /** The same where nobody is there who could call: the SMS goes on, and later somebody may be. */
    static NextStep withoutCaller(Look look, ReachSettings settings, boolean open, Instant now) {
        Look alone = new Look(
                look.grade(),
                look.toldAt(),
                look.needless(),
                look.wakeable(),
                look.mobile(),
                look.sms(),
                CallState.NOBODY,
                look.lastSms());
        NextStep step = of(alone, settings, open, now);
        return step.kind() == Kind.END ? end("NOBODY_TO_CALL") : step;
    }

    /** When a call is asked for, or when to see what became of it; null when none is. */
    private static @Nullable Instant call(Look look, ReachSettings settings, Instant now) {
        return switch (look.call()) {
            case NONE -> look.grade() == Grade.CRITICAL ? look.toldAt().plus(settings.callAfter()) : null;
            case ASKED -> now.plus(lookAgain(Duration.between(look.toldAt(), now)));
            case OVER, NOBODY -> null;
        };
    }

    /** A task that nobody does for days is looked at seldom; the ladder passes it up. */
    private static Duration lookAgain(Duration age) {
        if (age.compareTo(CALL_IS_FRESH) < 0) {
            return LOOK_EVERY;
        }
        return age.compareTo(CALL_IS_OLD) < 0 ? Duration.ofMinutes(10) : Duration.ofHours(1);
    }

    /** It may still be opened for as long as others would be waited for. */
    private static NextStep whatCannotBeSent(Look look, ReachSettings settings, Instant now) {
        Instant patience = look.toldAt().plus(settings.urgentSmsAfter());
        boolean early = look.grade().isUrgent() && look.sms() == SmsState.NONE && now.isBefore(patience);
        return early ? wait(patience) : end(ended(look));
    }

    /** When the SMS goes out, or is tried again; null when none does. */
    private static @Nullable Instant sms(Look look, ReachSettings settings, Instant now) {
        if (look.sms().isOver() || !look.mobile() || (look.grade() == Grade.HIGH && !settings.remindersBySms())) {
            return null;
        }
        if (look.sms() == SmsState.SENDING) {
            return look.grade().isUrgent() ? now : QuietHours.earliest(now, false);
        }
        Instant last = look.lastSms();
        Instant apart = last == null || look.grade() == Grade.CRITICAL ? look.toldAt() : last.plus(APART);
        if (look.grade().isUrgent()) {
            Duration patience = look.wakeable() ? settings.urgentSmsAfter() : Duration.ZERO;
            return latest(look.toldAt().plus(patience), apart);
        }
        Instant due = latest(look.toldAt().plus(settings.reminderSmsAfter()), apart);
        return QuietHours.earliest(latest(due, now), false);
    }

    private static String ended(Look look) {
        boolean called = look.call() == CallState.OVER;
        return switch (look.sms()) {
            case SENT -> "SMS_SENT";
            case FAILED -> called ? "CALLED" : "SMS_FAILED";
            case NONE, SENDING -> called ? "CALLED" : "NOT_REACHED";
        };
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static NextStep wait(Instant until) {
        return new NextStep(Kind.WAIT, until, null);
    }

    static NextStep end(String reason) {
        return new NextStep(Kind.END, null, reason);
    }

    /** The moment of a step that waits. */
    Instant moment() {
        return Objects.requireNonNull(at);
    }
}
