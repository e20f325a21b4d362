package org.shouwang.protection.referral;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Stored;

/** Sends a referral once; repeating it answers the referral as it is now. */
@Singleton
public class SendReferral {

    private final ReferralRepository referrals;
    private final ReferralAccess access;
    private final ReferralSubjects subjects;
    private final CheckSending check;
    private final WriteReferral write;
    private final FindReferrals find;

    SendReferral(
            ReferralRepository referrals,
            ReferralAccess access,
            ReferralSubjects subjects,
            CheckSending check,
            WriteReferral write,
            FindReferrals find) {
        this.referrals = referrals;
        this.access = access;
        this.subjects = subjects;
        this.check = check;
        this.write = write;
        this.find = find;
    }

    /** Refused with 404 where there is no such person, or not within the caller's area. */
    Uni<Result<Stored<ReferralView>>> send(UUID id, ReferralForm form, Caller caller) {
        return caller.with(Right.REFERRAL_WRITE).then(able -> Panache.withTransaction(
                        () -> sent(Sending.of(id, form), able, place -> able.acting(Right.REFERRAL_WRITE, place)))
                .chain(result -> result.thenDo(stored -> find.stored(stored, able))));
    }

    /**
     * The same for another room, inside the transaction that it has opened, with the same checks.
     *
     * @param acting the post that asks and gets the answer: one that may send at the person's place, or, where what is asked is
     *     confidential, an agency that hands on what it was given
     * @return the referral's id, also when the same was asked before
     */
    public Uni<Result<UUID>> sendFor(Ask ask, Caller caller, Post acting) {
        return Panache.withTransaction(() -> sent(Sending.of(ask), caller, place -> mayAsk(ask, acting, place)))
                .map(result -> result.map(Stored::id));
    }

    private static Result<Post> mayAsk(Ask ask, Post acting, AreaCode place) {
        boolean handsOn = ask.confidential() && acting.has(Right.REFERRAL_ANSWER);
        return acting.allows(Right.REFERRAL_WRITE, place) || handsOn
                ? Result.ok(acting)
                : Result.refused(Problem.NOT_FOUND);
    }

    private Uni<Result<Stored<Referral>>> sent(Sending asked, Caller caller, Function<AreaCode, Result<Post>> acting) {
        return referrals
                .locked(asked.id())
                .chain(found -> found == null ? first(asked, caller, acting) : repeated(found, asked, caller));
    }

    private Uni<Result<Stored<Referral>>> repeated(Referral found, Sending asked, Caller caller) {
        return access.standing(found, caller)
                .map(standing -> Known.decide(
                        standing.asking().isPresent(),
                        asked.hash().matches(found.requestHash),
                        found.createdBy.equals(caller.workerId())))
                .map(decided -> decided.map(known -> Stored.repeated(found, found)));
    }

    private Uni<Result<Stored<Referral>>> first(Sending asked, Caller caller, Function<AreaCode, Result<Post>> acting) {
        return Result.unless(ReferralRules.violations(asked), asked)
                .then(sound -> subjects.of(sound)
                        .map(subject -> subject.map(Result::ok).orElseGet(() -> Result.refused(Problem.NOT_FOUND))))
                .chain(subject -> subject.then(at -> acting.apply(at.area()).then(post -> check.check(asked, at, caller)
                        .map(checked -> Result.unless(checked.violations(), checked))
                        .chain(sound -> sound.thenDo(checked -> write.write(asked, at, checked, caller, post))))));
    }
}
