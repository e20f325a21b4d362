package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.referral.Climb.Rung;

/** One look at one referral that waits, in the transaction of the sweep. */
@Singleton
class RemindOfReferral {

    /** By referral_child and referral_person. */
    private static final String ASKED_ELSEWHERE = """
            select accepted_at is not null from referral
            where (child_id = $1 or person_ref = $2) and referral_type = $3 and result_code is distinct from 'WITHDRAWN'
              and sent_at > (select rejected_at from referral where id = $4)
            order by 1 desc
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
        return askedElsewhere(referral, phase)
                .chain(asked -> asked.isEmpty()
                        ? people.of(referral).chain(found -> tell(referral, phase, told, now, found))
                        : watch.keep(referral.id, told, asked.get() ? null : now.plus(Deadlines.ELSEWHERE)));
    }

    /** Whether who was asked in place of who has rejected it has accepted; empty where nobody was, or it was withdrawn. */
    private static Uni<Optional<Boolean>> askedElsewhere(Referral referral, Phase phase) {
        return phase != Phase.ELSEWHERE
                ? Uni.createFrom().item(Optional.empty())
                : SessionSql.rows(
                                ASKED_ELSEWHERE,
                                referral.childId,
                                referral.personRef,
                                referral.referralType.name(),
                                referral.id)
                        .map(found -> found.stream().findFirst().map(row -> Boolean.TRUE.equals(row[0])));
    }

    /** The step that has been reached; those that were missed on the way are part of it. Where nobody stands at it, it stays to be told. */
    private Uni<Void> tell(Referral referral, Phase phase, int told, Instant now, People found) {
        Climb climb = Climb.of(phase, referral.urgency);
        Instant due = deadlines.due(referral).orElseThrow();
        int reached = climb.reached(due, now);
        Instant next = climb.at(due, reached);
        List<Notice> notices = new ArrayList<>(received(referral, phase, found));
        boolean heard = true;
        if (reached > told) {
            Rung rung = climb.rung(reached - 1);
            heard = !found.at(rung, referral.restricted).isEmpty();
            found.told(phase, rung, referral.restricted)
                    .forEach(one -> notices.add(ReferralNotices.waiting(referral, phase, rung, reached - 1, due, one)));
        }
        int step = heard ? Math.max(told, reached) : told;
        Instant look = Climb.look(phase, next, heard, now);
        return notifications.tell(notices).chain(() -> watch.keep(referral.id, step, look));
    }

    /** To whoever answers now, each once: somebody may have come into office, or the last one left. */
    private static List<Notice> received(Referral referral, Phase phase, People found) {
        boolean manned = !found.officers().isEmpty();
        return phase.isReceivers()
                ? found.answering().stream()
                        .map(one -> ReferralNotices.received(referral, one, manned))
                        .toList()
                : List.of();
    }
}
