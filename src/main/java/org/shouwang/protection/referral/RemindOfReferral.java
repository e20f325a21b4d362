package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.referral.Climb.Rung;

/** One look at one referral that waits, in the transaction of the sweep. */
@Singleton
class RemindOfReferral {

    /** By referral_child and referral_person. */
    private static final String ASKED_ELSEWHERE = """
            select 1 from referral
            where (child_id = $1 or person_ref = $2) and referral_type = $3 and sent_at > (select rejected_at from referral where id = $4)
            limit 1
            """;

    private final ReferralRepository referrals;
    private final ReferralWatch watch;
    private final ReferralPeople people;
    private final Deadlines deadlines;
    private final Notifications notifications;

    RemindOfReferral(
            ReferralRepository referrals,
            ReferralWatch watch,
            ReferralPeople people,
            Deadlines deadlines,
            Notifications notifications) {
        this.referrals = referrals;
        this.watch = watch;
        this.people = people;
        this.deadlines = deadlines;
        this.notifications = notifications;
    }

    /** Answers 1, or 0 where somebody else looks or acts: the next sweep comes soon. The referral is locked before its watch, as acts do. */
    Uni<Integer> at(UUID id, Instant now) {
        return referrals
                .lockedUnlessHeld(id)
                .chain(referral -> referral == null
                        ? Uni.createFrom().item(0)
                        : watch.claim(id, now)
                                .chain(step -> step.isEmpty()
                                        ? Uni.createFrom().item(0)
                                        : look(referral, step.get(), now).replaceWith(1)));
    }

    private Uni<Void> look(Referral referral, int told, Instant now) {
        Phase phase = Phase.of(referral.status).orElse(null);
        if (phase == null) {
            return watch.keep(referral.id, told, null);
        }
        return settled(referral, phase)
                .chain(settled -> settled ? watch.keep(referral.id, told, null) : tell(referral, phase, told, now));
    }

    /** Whether somebody else was asked in place of who has rejected it. */
    private static Uni<Boolean> settled(Referral referral, Phase phase) {
        return phase != Phase.ELSEWHERE
                ? Uni.createFrom().item(false)
                : SessionSql.rows(
                                ASKED_ELSEWHERE,
                                referral.childId,
                                referral.personRef,
                                referral.referralType.name(),
                                referral.id)
                        .map(found -> !found.isEmpty());
    }

    /** The step that has been reached; those that were missed on the way are part of it. */
    private Uni<Void> tell(Referral referral, Phase phase, int told, Instant now) {
        Climb climb = Climb.of(phase, referral.urgency);
        Instant due = deadlines.due(referral).orElseThrow();
        int reached = climb.reached(due, now);
        Instant next = climb.at(due, reached).orElse(null);
        if (reached <= told) {
            return watch.keep(referral.id, told, next);
        }
        int step = reached - 1;
        Rung rung = climb.rung(step);
        return people.of(referral)
                .chain(found -> notifications.tell(found.told(phase, rung, referral.restricted).stream()
                        .map(one -> ReferralNotices.waiting(referral, phase, rung, step, due, one))
                        .toList()))
                .chain(() -> watch.keep(referral.id, reached, next));
    }
}
