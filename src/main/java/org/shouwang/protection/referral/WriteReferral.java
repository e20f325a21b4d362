package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.referral.CheckSending.Checked;
import org.shouwang.protection.referral.ReferralSubjects.Subject;

/** Writes a new referral with all that begins with it, in the session of a use case: who is told, and until when. */
@Singleton
class WriteReferral {

    private final ReferralRepository referrals;
    private final MoveReferral move;
    private final ReferralWatch watch;
    private final ReferralPeople people;
    private final Deadlines deadlines;
    private final ReferralListeners listeners;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    WriteReferral(
            ReferralRepository referrals,
            MoveReferral move,
            ReferralWatch watch,
            ReferralPeople people,
            Deadlines deadlines,
            ReferralListeners listeners,
            Notifications notifications,
            Trail trail,
            Clock clock) {
        this.referrals = referrals;
        this.move = move;
        this.watch = watch;
        this.people = people;
        this.deadlines = deadlines;
        this.listeners = listeners;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    /** What it reopens is over now, where it was rejected. */
    Uni<Stored<Referral>> write(Sending asked, Subject subject, Checked checked, Caller caller, Post acting) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Birth birth = new Birth(asked.id(), subject.area(), asked.hash(), now, caller.workerId());
        UUID post = acting.appointmentId();
        Referral referral = new Referral(birth, asked, subject.household(), post, acting.role());
        referral.incidentId = checked.incident().orElse(null);
        checked.earlier().ifPresent(referral::keepSecretAs);
        referral.dueAt = deadlines.receiverDue(referral).orElse(null);
        return referrals
                .write(referral)
                .chain(() -> watch.begin(referral))
                .chain(() -> tell(referral))
                .chain(() -> trail.changed(caller, acting, "referral.send", MoveReferral.subject(referral)))
                .chain(() -> listeners.moved(referral, now, caller, acting))
                .chain(() -> close(checked.earlier(), caller, acting))
                .replaceWith(() -> Stored.created(referral, referral));
    }

    private Uni<Void> tell(Referral referral) {
        return people.of(referral)
                .chain(found -> notifications.tell(found.answering().stream()
                        .map(one -> ReferralNotices.received(
                                referral, one, !found.officers().isEmpty()))
                        .toList()));
    }

    /** Somebody else is asked: nobody needs to be reminded of it. */
    private Uni<Void> close(Optional<Referral> earlier, Caller caller, Post acting) {
        return earlier.filter(rejected -> rejected.status == ReferralStatus.REJECTED)
                .map(rejected -> move.move(
                        rejected, new ReferralAct.Close(Ids.next()), ReferralStatus.CLOSED, false, caller, acting))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
