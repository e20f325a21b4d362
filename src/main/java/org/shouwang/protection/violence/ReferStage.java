package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.referral.SendReferral;
import org.shouwang.protection.violence.Case.Step;
import org.shouwang.protection.violence.CaseLedger.By;
import org.shouwang.protection.violence.CaseLedger.Entry;

/** Hands a stage to exactly one agency, from whoever answers for the case or from the agency that has the stage before. */
@Singleton
class ReferStage {

    private final OneCase one;
    private final SendReferral send;
    private final CaseRepository cases;
    private final CaseChain chain;
    private final CaseLedger ledger;
    private final Trail trail;
    private final Clock clock;

    ReferStage(
            OneCase one,
            SendReferral send,
            CaseRepository cases,
            CaseChain chain,
            CaseLedger ledger,
            Trail trail,
            Clock clock) {
        this.one = one;
        this.send = send;
        this.cases = cases;
        this.chain = chain;
        this.ledger = ledger;
        this.trail = trail;
        this.clock = clock;
    }

    /** A stage that is to be handed over. */
    private record Wanted(ViolenceStage stage, ReferForm form, CaseAct.Kind kind, RequestHash hash, Caller caller) {

        OneCase.Asked asked() {
            return new OneCase.Asked(form.id(), kind, hash);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** What is asked under an id is asked of one stage. */
    private record OfStage(ViolenceStage stage, Object form) {}

    Uni<Result<Stored<ViolenceCaseView>>> refer(UUID id, ViolenceStage stage, ReferForm form, Caller caller) {
        RequestHash hash = RequestHash.of(new OfStage(stage, form));
        Wanted wanted = new Wanted(stage, form, CaseAct.Kind.REFER, hash, caller);
        return one.once(
                id,
                wanted.asked(),
                caller,
                held -> handed(held, wanted, held.state().working(held.standing())));
    }

    Uni<Result<Stored<ViolenceCaseView>>> handOn(UUID id, ViolenceStage from, HandOnForm form, Caller caller) {
        RequestHash hash = RequestHash.of(new OfStage(from, form));
        Wanted wanted = new Wanted(form.toStage(), form.referral(), CaseAct.Kind.HAND_ON, hash, caller);
        return one.once(
                id,
                wanted.asked(),
                caller,
                held -> handed(held, wanted, held.state().handing(held.standing(), from, form.toStage())));
    }

    private Uni<Result<ViolenceCase>> handed(OneCase.Held held, Wanted wanted, Result<Post> by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReferForm form = wanted.form();
        return held.state()
                .handed(wanted.stage(), form.organisationId(), form.id(), by, now)
                .then(step -> send.sendFor(form.ask(held.of(), wanted.stage()), wanted.caller(), step.acting())
                        .chain(sent -> sent.thenDo(referral -> write(held, wanted, step, now))));
    }

    private Uni<ViolenceCase> write(OneCase.Held held, Wanted wanted, Step step, Instant now) {
        ViolenceCase of = held.of();
        ReferForm form = wanted.form();
        Caller caller = wanted.caller();
        UUID post = step.acting().appointmentId();
        Link link = step.next().chain().at(wanted.stage());
        of.touch(now, caller.workerId());
        return cases.write(of)
                .chain(() -> chain.hand(of.id, link))
                .chain(() -> chain.write(
                        of.id, held.state().chain().links(), step.next().chain()))
                .chain(() -> ledger.write(
                        of.id,
                        new Entry(form.id(), wanted.kind(), link, null, null, now, null, wanted.hash()),
                        new By(caller.workerId(), post)))
                .chain(() -> trail.changed(caller, step.acting(), "violence.refer", of.subject()))
                .replaceWith(of);
    }
}
