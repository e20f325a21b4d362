package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.protection.referral.ReferralLedger.By;

/** Writes an act that was decided, with all that follows from it, in the session of a use case. */
@Singleton
class MoveReferral {

    static final String SUBJECT = "Referral";

    private final ReferralRepository referrals;
    private final ReferralLedger ledger;
    private final ReferralWatch watch;
    private final ReferralPeople people;
    private final Deadlines deadlines;
    private final ReferralListeners listeners;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    MoveReferral(
            ReferralRepository referrals,
            ReferralLedger ledger,
            ReferralWatch watch,
            ReferralPeople people,
            Deadlines deadlines,
            ReferralListeners listeners,
            Notifications notifications,
            Trail trail,
            Clock clock) {
        this.referrals = referrals;
        this.ledger = ledger;
        this.watch = watch;
        this.people = people;
        this.deadlines = deadlines;
        this.listeners = listeners;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    static Subject subject(Referral referral) {
        return new Subject(SUBJECT, referral.id, referral.areaCode);
    }

    Uni<Void> move(
            Referral referral, ReferralAct act, ReferralStatus next, boolean onBehalf, Caller caller, Post acting) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReferralStatus before = referral.status;
        referral.follow(act, next, now);
        referral.onBehalf = referral.onBehalf || onBehalf;
        referral.dueAt = deadlines.receiverDue(referral).orElse(null);
        referral.touch(now, caller.workerId());
        By by = new By(caller.workerId(), acting.appointmentId(), onBehalf);
        String action = "referral." + act.kind().name().toLowerCase(Locale.ROOT);
        return referrals
                .write(referral)
                .chain(() -> ledger.write(act.id(), act.kind().name(), referral, RequestHash.of(act), now, by))
                .chain(() -> watch.begin(referral))
                .chain(() ->
                        notifications.withdraw(ReferralNotices.SUBJECT, referral.id, ReferralNotices.calls(before)))
                .chain(() -> people.of(referral))
                .chain(found -> notifications.tell(told(referral, act, found, acting)))
                .chain(() -> trail.changed(caller, acting, action, subject(referral)))
                .chain(() -> listeners.moved(referral, now, caller, acting));
    }

    /** The other side, and nobody of what they do themselves. */
    private static List<Notice> told(Referral referral, ReferralAct act, People people, Post acting) {
        if (act.kind().isReceivers()) {
            return people.asking(referral.restricted).stream()
                    .filter(sender -> !sender.appointmentId().equals(acting.appointmentId()))
                    .map(sender -> ReferralNotices.answered(referral, sender))
                    .toList();
        }
        return act.kind() == ReferralAct.Kind.WITHDRAW
                ? people.answering().stream()
                        .filter(one -> !one.appointmentId().equals(acting.appointmentId()))
                        .map(one -> ReferralNotices.withdrawn(referral, one))
                        .toList()
                : List.of();
    }
}
