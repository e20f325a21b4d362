package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.violence.Papers.Kept;

/** Records a protection order and all that is known of it later; its deadlines and checks follow from its days. */
@Singleton
class RecordOrder {

    private final OneCase one;
    private final CaseRepository cases;
    private final Papers papers;
    private final CaseTasks tasks;
    private final OrderLooks looks;
    private final Trail trail;
    private final Clock clock;

    RecordOrder(
            OneCase one,
            CaseRepository cases,
            Papers papers,
            CaseTasks tasks,
            OrderLooks looks,
            Trail trail,
            Clock clock) {
        this.one = one;
        this.cases = cases;
        this.papers = papers;
        this.tasks = tasks;
        this.looks = looks;
        this.trail = trail;
        this.clock = clock;
    }

    /** An order as it is to stand. */
    private record Said(ProtectionOrder order, Optional<Kept<ProtectionOrder>> before, RequestHash hash) {

        boolean isRepeated() {
            return before.filter(kept -> kept.isSaidAgain(hash)).isPresent();
        }

        /** For the first time, or on another day than was known. */
        boolean isServedNow() {
            LocalDate served = order.servedOn();
            return served != null
                    && !order.mistaken()
                    && before.filter(kept -> !kept.paper().mistaken()
                                    && served.equals(kept.paper().servedOn()))
                            .isEmpty();
        }
    }

    Uni<Result<Stored<ViolenceCaseView>>> record(UUID id, UUID orderId, OrderForm form, Caller caller) {
        return one.with(id, caller, held -> papers.order(orderId)
                .chain(before -> papers.orders(id).map(others -> said(held, orderId, form, before, others)))
                .chain(said ->
                        said.then(sound -> sound.isRepeated() && held.standing().seesWhole()
                                ? Uni.createFrom().item(Result.ok(stored(held.of(), sound)))
                                : held.state()
                                        .working(held.standing())
                                        .thenDo(post -> write(held.of(), sound, caller, post)))));
    }

    private Result<Said> said(
            OneCase.Held held,
            UUID id,
            OrderForm form,
            Optional<Kept<ProtectionOrder>> before,
            List<ProtectionOrder> others) {
        UUID caseId = held.of().id;
        if (before.filter(kept -> !kept.paper().caseId().equals(caseId)).isPresent()) {
            return Result.refused(Problem.NOT_FOUND);
        }
        ProtectionOrder order =
                ProtectionOrder.of(id, caseId, form, before.map(Kept::paper).orElse(null));
        List<Violation> violations = new ArrayList<>(order.violations(LocalDays.today(clock)));
        UUID extended = order.extendsId();
        if (extended != null && others.stream().noneMatch(other -> isExtendedBy(other, extended, id))) {
            violations.add(Violation.of("extendsId", "order-extends"));
        }
        return Result.unless(violations, new Said(order, before, RequestHash.of(form)));
    }

    private static boolean isExtendedBy(ProtectionOrder other, UUID named, UUID by) {
        return other.id().equals(named) && !named.equals(by) && other.isMade();
    }

    private Uni<Stored<ViolenceCase>> write(ViolenceCase of, Said said, Caller caller, Post post) {
        of.touch(clock.instant(), caller.workerId());
        return cases.write(of)
                .chain(() -> papers.write(said.order(), said.hash(), caller.workerId()))
                .chain(() -> said.isServedNow() || said.order().mistaken()
                        ? tasks.end(said.order().id(), caller.workerId(), post).replaceWithVoid()
                        : Uni.createFrom().voidItem())
                .chain(() -> said.isServedNow()
                        ? looks.firstCheck(of, said.order(), caller.workerId(), post)
                        : Uni.createFrom().voidItem())
                .chain(() -> looks.set(said.order()))
                .chain(() -> trail.changed(caller, post, "violence.order", of.subject()))
                .replaceWith(() -> stored(of, said));
    }

    private static Stored<ViolenceCase> stored(ViolenceCase of, Said said) {
        return said.before().isEmpty() ? Stored.created(of, of) : Stored.repeated(of, of);
    }
}
