package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.protection.referral.CaseReferrals;

/** What an act entails beside the case itself, in the session of its use case: access, tasks, referrals, and who is told. */
@Singleton
class CarryOut {

    private final CaseAccess access;
    private final CaseChain chain;
    private final CaseReferrals referrals;
    private final CaseTasks tasks;
    private final OrderLooks looks;
    private final TellOfCase tell;
    private final Clock clock;

    CarryOut(
            CaseAccess access,
            CaseChain chain,
            CaseReferrals referrals,
            CaseTasks tasks,
            OrderLooks looks,
            TellOfCase tell,
            Clock clock) {
        this.access = access;
        this.chain = chain;
        this.referrals = referrals;
        this.tasks = tasks;
        this.looks = looks;
        this.tell = tell;
        this.clock = clock;
    }

    /** @param before as the case stood before the act */
    Uni<Void> after(CaseAct act, ViolenceCase of, Case before, Caller caller, Post acting) {
        return switch (act.kind()) {
            case TAKE_BACK -> takenBack((CaseAct.TakeBack) act, of, before, caller, acting);
            case CLOSE ->
                looks.endAll(of)
                        .chain(() -> tasks.endAll(of, caller.workerId(), acting))
                        .chain(() -> chain.referrals(of.id))
                        .chain(all -> referrals.end(all, caller, acting));
            case REOPEN ->
                answers(act, of, before, caller, acting).chain(() -> looks.beginAll(of, caller.workerId(), acting));
            case GRANT -> given(act, of, Objects.requireNonNull(act.about()), CaseAccess.How.GIVEN, caller);
            case REVOKE -> access.revoke(of, Objects.requireNonNull(act.about()));
            case TRANSFER ->
                answers(act, of, before, caller, acting).chain(() -> tasks.give(of, caller.workerId(), acting));
            case STAGE, REFER, HAND_ON, BREACH -> Uni.createFrom().voidItem();
        };
    }

    /** Whoever asked the agency; that one is told by the referral that is withdrawn. */
    private Uni<Void> takenBack(CaseAct.TakeBack act, ViolenceCase of, Case before, Caller caller, Post acting) {
        UUID referral = Objects.requireNonNull(before.chain().at(act.stage()).referral());
        TellOfCase.Word open = new TellOfCase.Word("violence-stage-open", "stage/" + act.id(), null);
        return chain.over(referral, clock.instant())
                .chain(() -> referrals.end(List.of(referral), caller, acting))
                .chain(() -> tell.post(of, open, List.of(of.responsibleAppointmentId), caller.workerId()));
    }

    /** Another post answers for it: the one before keeps nothing of it but what it was given otherwise. */
    private Uni<Void> answers(CaseAct act, ViolenceCase of, Case before, Caller caller, Post acting) {
        UUID to = of.responsibleAppointmentId;
        UUID from = before.responsible();
        Uni<Void> left = from.equals(to)
                ? Uni.createFrom().voidItem()
                : access.leave(of, from)
                        .chain(() -> chain.referrals(of.id))
                        .chain(all -> referrals.give(all, from, to, RequestHash.of(act), caller, acting));
        return left.chain(() -> given(act, of, to, CaseAccess.How.RESPONSIBLE, caller));
    }

    private Uni<Void> given(CaseAct act, ViolenceCase of, UUID to, CaseAccess.How how, Caller caller) {
        TellOfCase.Word word = new TellOfCase.Word("violence-case-given", "given/" + act.id(), null);
        return access.give(of, to, how).chain(() -> tell.post(of, word, List.of(to), caller.workerId()));
    }
}
