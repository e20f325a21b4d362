package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.referral.ReferralLedger.By;
import org.shouwang.staff.PostsInOffice;

/** The referrals by which a case asks for help, for the room that owns it. Runs in the session of its use case. */
@Singleton
public class CaseReferrals {

    private static final String HELD =
            "select id from referral where id = any($1) and status <> 'CLOSED' order by id for update";

    private final ReferralRepository referrals;
    private final ReferralLedger ledger;
    private final MoveReferral move;
    private final PostsInOffice posts;
    private final Trail trail;
    private final Clock clock;

    CaseReferrals(
            ReferralRepository referrals,
            ReferralLedger ledger,
            MoveReferral move,
            PostsInOffice posts,
            Trail trail,
            Clock clock) {
        this.referrals = referrals;
        this.ledger = ledger;
        this.move = move;
        this.posts = posts;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those of them that are open, held until the transaction ends: an answer holds its referral and then the case. */
    public Uni<List<UUID>> hold(Collection<UUID> ids) {
        return SessionSql.rows(HELD, (Object) ids.toArray(UUID[]::new)).map(rows -> rows.stream()
                .map(row -> (UUID) Objects.requireNonNull(row[0]))
                .toList());
    }

    /** The case asks no more, whoever sent them: takes back what is not answered, and closes what is. */
    public Uni<Void> end(Collection<UUID> ids, Caller caller, Post acting) {
        return each(ids, referral -> {
            boolean answered =
                    Moves.after(referral.status, ReferralAct.Kind.WITHDRAW).isEmpty();
            ReferralAct act = answered ? new ReferralAct.Close(Ids.next()) : new ReferralAct.Withdraw(Ids.next());
            return move.move(referral, act, ReferralStatus.CLOSED, false, caller, acting);
        });
    }

    /**
     * The answers to what one post asked go to another from now on, and to none that is filled again in its place.
     *
     * @param request of the act that gives them
     */
    public Uni<Void> give(Collection<UUID> ids, UUID from, UUID to, RequestHash request, Caller caller, Post acting) {
        return each(
                ids,
                referral -> referral.senderAppointmentId.equals(from)
                        ? give(referral, to, request, caller, acting)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> give(Referral referral, UUID to, RequestHash request, Caller caller, Post acting) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        By by = new By(caller.workerId(), acting.appointmentId(), false);
        return posts.role(to)
                .chain(role -> {
                    referral.senderAppointmentId = to;
                    referral.senderRole = role;
                    referral.touch(now, caller.workerId());
                    return referrals.write(referral);
                })
                .chain(() -> ledger.write(Ids.next(), "HAND_OVER", referral, request, now, by))
                .chain(() -> trail.changed(caller, acting, "referral.hand-over", MoveReferral.subject(referral)));
    }

    private Uni<Void> each(Collection<UUID> ids, Function<Referral, Uni<Void>> work) {
        return hold(ids).chain(open -> {
            Uni<Void> done = Uni.createFrom().voidItem();
            for (UUID id : open) {
                done = done.chain(() -> referrals.locked(id)).chain(held -> work.apply(Objects.requireNonNull(held)));
            }
            return done;
        });
    }
}
