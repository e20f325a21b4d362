package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalTime;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.violence.CaseLedger.Breach;
import org.shouwang.protection.violence.CaseLedger.By;
import org.shouwang.protection.violence.CaseLedger.Entry;

/** Reports that a protection order was not kept: whoever answers for the case, the lead and the police hear of it at once. */
@Singleton
class ReportBreach {

    private final OneCase one;
    private final CaseRepository cases;
    private final Papers papers;
    private final CaseLedger ledger;
    private final TellOfCase tell;
    private final Trail trail;
    private final Clock clock;

    ReportBreach(
            OneCase one,
            CaseRepository cases,
            Papers papers,
            CaseLedger ledger,
            TellOfCase tell,
            Trail trail,
            Clock clock) {
        this.one = one;
        this.cases = cases;
        this.papers = papers;
        this.ledger = ledger;
        this.tell = tell;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is asked under an id is asked of one order. */
    private record OfOrder(UUID orderId, BreachForm form) {}

    /** Whoever sees the case whole may: a breach is reported by whoever learns of it. */
    Uni<Result<Stored<ViolenceCaseView>>> report(UUID id, UUID orderId, BreachForm form, Caller caller) {
        RequestHash hash = RequestHash.of(new OfOrder(orderId, form));
        OneCase.Asked asked = new OneCase.Asked(form.id(), CaseAct.Kind.BREACH, hash);
        return one.once(id, asked, caller, held -> by(held.standing()).then(post -> papers.order(orderId)
                .map(order ->
                        order.filter(kept -> kept.paper().caseId().equals(id)).isPresent()
                                ? sound(form, post)
                                : Result.<Post>refused(Problem.NOT_FOUND))
                .chain(sound -> sound.thenDo(acting -> write(held.of(), orderId, form, hash, caller, acting)))));
    }

    private static Result<Post> by(CaseStanding standing) {
        return standing.seesWhole()
                ? Result.ok(standing.seeing().orElseThrow())
                : Result.refused(Problem.ROLE_FORBIDDEN);
    }

    private Result<Post> sound(BreachForm form, Post post) {
        return form.on().isAfter(LocalDays.today(clock)) ? Result.invalid("on", "not-in-future") : Result.ok(post);
    }

    private Uni<ViolenceCase> write(
            ViolenceCase of, UUID orderId, BreachForm form, RequestHash hash, Caller caller, Post acting) {
        of.touch(clock.instant(), caller.workerId());
        return cases.write(of)
                .chain(() -> tell.withPolice(
                        of, new TellOfCase.Word("order-breached", "breach/" + form.id(), null), caller.workerId()))
                .chain(told -> ledger.write(
                        of.id,
                        entry(form, breach(orderId, form, told), hash),
                        new By(caller.workerId(), acting.appointmentId())))
                .chain(() -> trail.changed(caller, acting, "violence.breach", of.subject()))
                .replaceWith(of);
    }

    private static Breach breach(UUID orderId, BreachForm form, int told) {
        return new Breach(
                orderId, form.reportedTo().stream().distinct().map(Enum::name).toList(), told);
    }

    private static Entry entry(BreachForm form, Breach breach, RequestHash hash) {
        return new Entry(
                form.id(),
                CaseAct.Kind.BREACH,
                null,
                breach,
                null,
                LocalDays.at(form.on(), LocalTime.MIDNIGHT),
                form.text(),
                hash);
    }
}
