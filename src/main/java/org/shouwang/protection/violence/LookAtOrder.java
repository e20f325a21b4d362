package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.audit.Trail;
import org.shouwang.protection.violence.CaseTasks.Asked;
import org.shouwang.protection.violence.OrderDates.Look;
import org.shouwang.protection.violence.OrderLooks.Due;
import org.shouwang.protection.violence.TellOfCase.Word;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.task.FollowUp;

/** One look at one protection order, in the transaction of the sweep. */
@Singleton
class LookAtOrder {

    private final CaseRepository cases;
    private final CaseTasks tasks;
    private final Papers papers;
    private final OrderLooks looks;
    private final OrderDates dates;
    private final TellOfCase tell;
    private final PostsInOffice posts;
    private final Trail trail;

    LookAtOrder(
            CaseRepository cases,
            CaseTasks tasks,
            Papers papers,
            OrderLooks looks,
            OrderDates dates,
            TellOfCase tell,
            PostsInOffice posts,
            Trail trail) {
        this.cases = cases;
        this.tasks = tasks;
        this.papers = papers;
        this.looks = looks;
        this.dates = dates;
        this.tell = tell;
        this.posts = posts;
        this.trail = trail;
    }

    /** What is to be looked at. */
    record Wanted(UUID orderId, UUID caseId, Look look) {}

    /** Answers 1, or 0 where somebody else looks or acts: the next sweep comes soon. */
    Uni<Integer> at(Wanted wanted, Instant now) {
        return tasks.hold(wanted.caseId())
                .chain(() -> cases.lockedUnlessHeld(wanted.caseId()))
                .chain(of -> of == null
                        ? Uni.createFrom().item(0)
                        : looks.claim(wanted.orderId(), wanted.look(), now)
                                .chain(due -> due.map(found -> papers.order(wanted.orderId())
                                                .map(kept -> kept.orElseThrow().paper())
                                                .chain(order -> look(of, order, wanted.look(), found, now))
                                                .replaceWith(1))
                                        .orElseGet(() -> Uni.createFrom().item(0))));
    }

    private Uni<Void> look(ViolenceCase of, ProtectionOrder order, Look look, Due due, Instant now) {
        Uni<Void> over = looks.stop(order.id(), look);
        if (!of.isOpen()) {
            return over;
        }
        return switch (look) {
            case DECISION -> over.chain(() -> tell.responsible(of, late(order, due)));
            case EXPIRY -> over.chain(() -> expiring(of, order, now));
            case END -> over.chain(() -> ended(of, order, now));
            case CHECK -> check(of, order, due, now);
        };
    }

    private static Word late(ProtectionOrder order, Due due) {
        String event = order.urgent() ? "order-decision-late" : "order-decision-due";
        return new Word(event, "decision/" + order.id() + "/" + due.at(), null);
    }

    /** One that is extended goes on; of one that has ended already there is nothing to extend. */
    private Uni<Void> expiring(ViolenceCase of, ProtectionOrder order, Instant now) {
        LocalDate last = Objects.requireNonNull(order.validTo());
        return papers.isExtended(order.id())
                .chain(extended -> extended || last.isBefore(LocalDays.of(now))
                        ? Uni.createFrom().voidItem()
                        : tell.responsible(of, new Word("order-expiring", "expiry/" + order.id() + "/" + last, last))
                                .chain(() -> askBeforeTheEnd(of, order, last, now)));
    }

    private Uni<Void> askBeforeTheEnd(ViolenceCase of, ProtectionOrder order, LocalDate last, Instant now) {
        Asked asked = new Asked(FollowUp.ORDER_EXPIRY, order.id(), LocalDays.of(now), last);
        return holder(of).chain(holder -> changed(of, holder, now)
                .chain(() -> tasks.ask(of, asked, holder.workerId(), holder.post())));
    }

    private Uni<Void> ended(ViolenceCase of, ProtectionOrder order, Instant now) {
        return holder(of)
                .chain(holder ->
                        changed(of, holder, now).chain(() -> tasks.end(order.id(), holder.workerId(), holder.post())))
                .chain(() -> looks.stop(order.id(), Look.CHECK))
                .chain(() -> trail.changedByRule("violence.order-ended", of.subject()));
    }

    /** The next one is stored; what was missed while nobody looked is not asked for after the fact. */
    private Uni<Void> check(ViolenceCase of, ProtectionOrder order, Due due, Instant now) {
        LocalDate today = LocalDays.of(now);
        LocalDate served = Objects.requireNonNull(order.servedOn());
        LocalDate last = Objects.requireNonNull(order.validTo());
        int next = due.round() + 1;
        return holder(of)
                .chain(holder -> dates.check(due.round(), served, last)
                        .filter(day -> !day.isBefore(today))
                        .map(day -> changed(of, holder, now)
                                .chain(() -> looks.check(of, order, day, holder.workerId(), holder.post())))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> looks.set(
                        order.id(),
                        Look.CHECK,
                        next,
                        dates.checkAsked(next, served, last).orElse(null)));
    }

    /** Phones that hold the case show its tasks. */
    private Uni<Void> changed(ViolenceCase of, Holder holder, Instant now) {
        of.touch(now, holder.workerId());
        return cases.write(of);
    }

    /** Whoever answers for the case: there is always somebody (see {@code violence_case_given_in_force}). */
    private Uni<Holder> holder(ViolenceCase of) {
        UUID post = of.responsibleAppointmentId;
        return posts.holders(List.of(post)).map(found -> Objects.requireNonNull(found.get(post)));
    }
}
