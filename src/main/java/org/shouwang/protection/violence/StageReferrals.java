package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.protection.referral.ReferralListener;
import org.shouwang.protection.referral.ReferralMove;
import org.shouwang.protection.referral.ReferralStatus;
import org.shouwang.protection.referral.SentReferrals;
import org.shouwang.protection.violence.CaseChain.Place;
import org.shouwang.protection.violence.Link.Answer;

/** The chain follows what becomes of the referrals by which its stages were handed over. */
@Singleton
class StageReferrals implements ReferralListener {

    private final CaseRepository cases;
    private final CaseChain chain;
    private final SentReferrals referrals;
    private final TellOfCase tell;
    private final Clock clock;

    StageReferrals(CaseRepository cases, CaseChain chain, SentReferrals referrals, TellOfCase tell, Clock clock) {
        this.cases = cases;
        this.chain = chain;
        this.referrals = referrals;
        this.tell = tell;
        this.clock = clock;
    }

    @Override
    public Uni<Void> moved(ReferralMove move, Caller caller, Post acting) {
        return move.status() == ReferralStatus.SENT
                ? Uni.createFrom().voidItem()
                : chain.handedBy(move.referralId()).chain(found -> found.map(place -> heard(place, move, caller))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> heard(Place place, ReferralMove move, Caller caller) {
        return cases.locked(place.caseId()).map(Objects::requireNonNull).chain(of -> chain.of(of.id)
                .chain(links -> solved(move)
                        .chain(solved -> write(of, links, place, answer(move.status(), solved), move, caller))));
    }

    private Uni<Boolean> solved(ReferralMove move) {
        return move.status() == ReferralStatus.FEEDBACK_GIVEN
                ? referrals.isSolved(move.referralId())
                : Uni.createFrom().item(false);
    }

    /**
     * What a move of its referral means for a stage.
     *
     * @param solved whether the agency says that it has helped, at least in part
     */
    static Answer answer(ReferralStatus to, boolean solved) {
        return switch (to) {
            case SENT, ACCEPTED -> Answer.TAKEN;
            case REJECTED, CLOSED -> Answer.NOT_TAKEN;
            case FEEDBACK_GIVEN -> solved ? Answer.DONE : Answer.NOT_DONE;
        };
    }

    private Uni<Void> write(
            ViolenceCase of, Chain links, Place place, Answer answer, ReferralMove move, Caller caller) {
        Chain after = links.with(links.at(place.stage()).heard(answer, move.at()));
        of.touch(clock.instant(), caller.workerId());
        return cases.write(of)
                .chain(() ->
                        answer == Answer.TAKEN ? Uni.createFrom().voidItem() : chain.over(move.referralId(), move.at()))
                .chain(() -> chain.write(of.id, links.links(), after))
                .chain(() -> told(of, place, answer, move, caller));
    }

    /** Whoever answers for the case hears of a stage that stands open again, and of what an agency handed on itself. */
    private Uni<Void> told(ViolenceCase of, Place place, Answer answer, ReferralMove move, Caller caller) {
        boolean open = answer == Answer.NOT_TAKEN || answer == Answer.NOT_DONE;
        if (!open && !place.handedOn()) {
            return Uni.createFrom().voidItem();
        }
        String event = open ? "violence-stage-open" : "violence-stage-moved";
        String stage = "stage/" + move.referralId() + "/" + move.status();
        return tell.post(
                of, new TellOfCase.Word(event, stage, null), List.of(of.responsibleAppointmentId), caller.workerId());
    }
}
