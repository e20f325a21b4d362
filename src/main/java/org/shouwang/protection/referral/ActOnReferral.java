package org.shouwang.protection.referral;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.DoneBefore;

/** Accepts, rejects, answers, withdraws and closes a referral; repeated, it is done once. */
@Singleton
class ActOnReferral {

    private final ReferralRepository referrals;
    private final ReferralAccess access;
    private final ReferralLedger ledger;
    private final MoveReferral move;
    private final FindReferrals find;
    private final Clock clock;

    ActOnReferral(
            ReferralRepository referrals,
            ReferralAccess access,
            ReferralLedger ledger,
            MoveReferral move,
            FindReferrals find,
            Clock clock) {
        this.referrals = referrals;
        this.access = access;
        this.ledger = ledger;
        this.move = move;
        this.find = find;
        this.clock = clock;
    }

    /** Refused with 404 where it is not there for the caller, with 403 where the act is the other side's, with 409 by its status. */
    Uni<Result<Stored<ReferralView>>> act(UUID id, ReferralAct act, Caller caller) {
        return caller.with(Right.REFERRAL_READ).then(able -> Panache.withTransaction(() -> acted(id, act, able))
                .chain(result -> result.thenDo(stored -> find.stored(stored, able))));
    }

    private Uni<Result<Stored<Referral>>> acted(UUID id, ReferralAct act, Caller caller) {
        return referrals
                .locked(id)
                .chain(found -> found == null
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : access.standing(found, caller).chain(standing -> ledger.done(act.id())
                                .chain(before -> before.isPresent()
                                        ? Uni.createFrom().item(repeated(found, act, before.get(), standing, caller))
                                        : Turn.decide(found, act, standing, clock.instant())
                                                .thenDo(turn -> move.move(
                                                                found,
                                                                act,
                                                                turn.next(),
                                                                turn.onBehalf(),
                                                                caller,
                                                                turn.acting())
                                                        .replaceWith(() -> Stored.repeated(found, found))))));
    }

    private static Result<Stored<Referral>> repeated(
            Referral found, ReferralAct act, DoneBefore before, Standing standing, Caller caller) {
        if (before.isRepeatedBy(act.kind(), RequestHash.of(act), found.id, caller.workerId())) {
            return Result.ok(Stored.repeated(found, found));
        }
        return Result.refused(standing.sees() ? Problem.ID_REUSED : Problem.NOT_FOUND);
    }
}
