package org.shouwang.protection.referral;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.platform.LocalDays;
import org.shouwang.protection.referral.Climb.Rung;
import org.shouwang.staff.PostsInOffice.InOffice;
import org.shouwang.staff.handover.Succession;

/** What workers are told of referrals: that there is one and what it waits for, and nothing of it. */
final class ReferralNotices {

    static final String SUBJECT = "referral";

    private ReferralNotices() {}

    /** Somebody is asked: each once, also who comes into office while it waits. */
    static Notice received(Referral referral, InOffice one, boolean manned) {
        String event = manned ? "referral-received" : "referral-unmanned";
        return notice(referral, one, event, "received", push(referral.urgency), referral.dueAt);
    }

    /**
     * It waits still.
     *
     * @param step of the climb, each of which is told once
     */
    static Notice waiting(Referral referral, Phase phase, Rung rung, int step, Instant due, InOffice one) {
        return notice(referral, one, event(phase, rung), phase + "/" + step, push(referral.urgency, phase, rung), due);
    }

    private static String event(Phase phase, Rung rung) {
        return switch (phase) {
            case ANSWER -> rung == Rung.SOON ? "referral-answer-soon" : "referral-answer-late";
            case FEEDBACK -> rung == Rung.SOON ? "referral-feedback-soon" : "referral-feedback-late";
            case ELSEWHERE -> "referral-ask-elsewhere";
            case READ -> "referral-unread";
        };
    }

    /** What the receiver did comes back to the post that asked (未成年人保护法 art. 11 §3). */
    static Notice answered(Referral referral, InOffice sender) {
        String event =
                switch (referral.status) {
                    case ACCEPTED -> "referral-accepted";
                    case REJECTED -> "referral-rejected";
                    case FEEDBACK_GIVEN -> "referral-answered";
                    case SENT, CLOSED -> throw new IllegalArgumentException("it is no answer: " + referral.status);
                };
        return notice(referral, sender, event, event, push(referral.urgency), null);
    }

    /** Nobody needs to work on it any more. */
    static Notice withdrawn(Referral referral, InOffice officer) {
        return notice(referral, officer, "referral-withdrawn", "withdrawn", push(referral.urgency), null);
    }

    /** One notice of all that a post left. */
    static Notice handedOver(Succession succession) {
        return ofAll(
                InOffice.of(succession.to()),
                "referrals-handed-over",
                succession.id().toString(),
                succession.isToConfirmer() ? Push.NONE : Push.DAYTIME);
    }

    /** One notice of all that a village asked and may not read any more. */
    static Notice passedUp(UUID incident, InOffice above) {
        return ofAll(above, "referrals-handed-over", "cut/" + incident, Push.DAYTIME);
    }

    /** One notice of all that came along with children from elsewhere. */
    static Notice cameAlong(UUID move, InOffice lead) {
        return ofAll(lead, "referrals-came-along", move.toString(), Push.DAYTIME);
    }

    /** @param closing names the closing of the file among others of it */
    static Notice fileClosed(UUID referral, UUID closing, InOffice sender) {
        return new Notice(
                sender.workerId(),
                sender.workerNumber(),
                sender.appointmentId(),
                "referral-file-closed",
                referral + "/" + closing,
                Push.DAYTIME,
                SUBJECT,
                referral,
                null);
    }

    private static Notice ofAll(InOffice one, String event, String occurrence, Push push) {
        return new Notice(
                one.workerId(),
                one.workerNumber(),
                one.appointmentId(),
                event,
                occurrence,
                push,
                "appointment",
                one.appointmentId(),
                null);
    }

    /** By day, without delay by day, or at any hour. */
    private static Push push(Urgency urgency) {
        return switch (urgency) {
            case NORMAL -> Push.DAYTIME;
            case URGENT -> Push.COLLECTED;
            case IMMEDIATE -> Push.AT_ONCE;
        };
    }

    /** What is not urgent is a line of the day's summary, but on its day (6.1); nobody is woken for what is in hands. */
    private static Push push(Urgency urgency, Phase phase, Rung rung) {
        if (urgency == Urgency.NORMAL || !phase.isReceivers()) {
            return rung == Rung.DUE ? Push.DAYTIME : Push.SUMMARY;
        }
        return phase == Phase.FEEDBACK ? Push.COLLECTED : push(urgency);
    }

    private static Notice notice(
            Referral referral, InOffice one, String event, String occurrence, Push push, @Nullable Instant due) {
        return new Notice(
                one.workerId(),
                one.workerNumber(),
                one.appointmentId(),
                event,
                referral.id + "/" + occurrence,
                push,
                SUBJECT,
                referral.id,
                due == null ? null : LocalDays.of(due));
    }

    /** What asks for something as long as a referral stands so; the rest is to be known in any case. */
    static Set<String> calls(ReferralStatus status) {
        return switch (status) {
            case SENT ->
                Set.of("referral-received", "referral-unmanned", "referral-answer-soon", "referral-answer-late");
            case ACCEPTED ->
                Set.of("referral-received", "referral-unmanned", "referral-feedback-soon", "referral-feedback-late");
            case REJECTED -> Set.of("referral-ask-elsewhere");
            case FEEDBACK_GIVEN -> Set.of("referral-unread");
            case CLOSED -> Set.of();
        };
    }

    /** All of {@link #calls}. */
    static boolean isCall(String event) {
        return List.of(ReferralStatus.values()).stream()
                .map(ReferralNotices::calls)
                .anyMatch(calls -> calls.contains(event));
    }
}
