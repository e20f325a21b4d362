package org.shouwang.protection.violence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.referral.CaseReferrals;

/** A case that somebody works on: what all that is done in one has in common. */
@Singleton
class OneCase {

    private final CaseRepository cases;
    private final CaseChain chain;
    private final CaseLedger ledger;
    private final CaseAccess access;
    private final CaseTasks tasks;
    private final CaseReferrals referrals;
    private final Victims victims;
    private final FindCases find;

    OneCase(
            CaseRepository cases,
            CaseChain chain,
            CaseLedger ledger,
            CaseAccess access,
            CaseTasks tasks,
            CaseReferrals referrals,
            Victims victims,
            FindCases find) {
        this.cases = cases;
        this.chain = chain;
        this.ledger = ledger;
        this.access = access;
        this.tasks = tasks;
        this.referrals = referrals;
        this.victims = victims;
        this.find = find;
    }

    /** A case that is held until the transaction ends, as it is, and how the caller stands to it. */
    record Held(ViolenceCase of, Case state, CaseStanding standing) {}

    /** An act under the id that the client gave it. */
    record Asked(UUID id, CaseAct.Kind kind, RequestHash hash) {}

    /** Works on a case in one transaction, and answers it as it is afterwards; refused with 404 where it is not open to the caller. */
    Uni<Result<Stored<ViolenceCaseView>>> with(
            UUID id, Caller caller, Function<Held, Uni<Result<Stored<ViolenceCase>>>> work) {
        return caller.with(Right.VIOLENCE_READ).then(able -> Panache.withTransaction(
                        () -> hold(id).chain(() -> held(id, able)).chain(held -> held.then(work)))
                .chain(result -> result.thenDo(stored -> find.stored(stored, able))));
    }

    /** The same of an act with an id of its own: it is done once. */
    Uni<Result<Stored<ViolenceCaseView>>> once(
            UUID id, Asked act, Caller caller, Function<Held, Uni<Result<ViolenceCase>>> work) {
        return with(id, caller, held -> ledger.done(act.id())
                .chain(before -> {
                    if (before.isPresent()) {
                        boolean same = before.get().isRepeatedBy(act.kind(), act.hash(), id, caller.workerId());
                        return Uni.createFrom()
                                .item(same ? Result.ok(held.of()) : Result.<ViolenceCase>refused(Problem.ID_REUSED));
                    }
                    return work.apply(held);
                })
                .map(result -> result.map(done -> Stored.repeated(done, done))));
    }

    /** What others hold before they come to its case: a move its victim, a visit the tasks that it ends, an agency its referral. */
    private Uni<Void> hold(UUID id) {
        return victims.hold(id)
                .chain(() -> tasks.hold(id))
                .chain(() -> chain.referrals(id))
                .chain(referrals::hold)
                .replaceWithVoid();
    }

    private Uni<Result<Held>> held(UUID id, Caller caller) {
        return cases.locked(id)
                .chain(found -> found == null
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : access.standing(found, caller)
                                .chain(standing -> standing.sees()
                                        ? chain.of(id)
                                                .map(links -> Result.ok(new Held(found, state(found, links), standing)))
                                        : Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))));
    }

    static Case state(ViolenceCase of, Chain links) {
        return new Case(of.areaCode, of.victim(), of.isOpen(), of.responsibleAppointmentId, links);
    }
}
