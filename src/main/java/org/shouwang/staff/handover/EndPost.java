package org.shouwang.staff.handover;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.staff.handover.AllBelongings.Moved;
import org.shouwang.staff.handover.HandoverDecision.Accepted;
import org.shouwang.staff.handover.HandoverDecision.Around;

/** Ends a post and passes on all that belongs to it, in one transaction; repeating it answers the handover. */
@Singleton
class EndPost {

    private final HandoverRepository handovers;
    private final HandoverRows rows;
    private final AppointmentHolds holds;
    private final HandoverFacts facts;
    private final AllBelongings belongings;
    private final AwaitedApprovals approvals;
    private final HandoverTrail trail;
    private final Clock clock;

    EndPost(
            HandoverRepository handovers,
            HandoverRows rows,
            AppointmentHolds holds,
            HandoverFacts facts,
            AllBelongings belongings,
            AwaitedApprovals approvals,
            HandoverTrail trail,
            Clock clock) {
        this.handovers = handovers;
        this.rows = rows;
        this.holds = holds;
        this.facts = facts;
        this.belongings = belongings;
        this.approvals = approvals;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<Result<Stored<HandoverView>>> end(HandoverForm form, Caller caller) {
        return caller.with(Right.HANDOVER_WRITE)
                .then(able -> Races.again(() -> facts.gather(form)
                        .chain(around -> Panache.withTransaction(() -> foundOrMade(form, around, able)))))
                .chain(result -> result.thenDo(this::answer));
    }

    private Uni<Result<Stored<UUID>>> foundOrMade(HandoverForm form, Around around, Caller caller) {
        return handovers
                .findById(form.id())
                .chain(found -> found == null
                        ? HandoverDecision.decide(form, around, caller, LocalDays.today(clock))
                                .then(this::held)
                                .chain(held -> held.thenDo(accepted -> write(form, accepted, caller)))
                        : Uni.createFrom().item(repeated(found, form, caller)));
    }

    private static Result<Stored<UUID>> repeated(Handover found, HandoverForm form, Caller caller) {
        return Known.decide(found, RequestHash.of(form), caller, Right.HANDOVER_WRITE)
                .map(known -> known == Known.REPEATED ? Stored.repeated(found, found.id) : Stored.outOfScope(found));
    }

    /** What was read before the transaction may have changed; from here on nobody changes it. */
    private Uni<Result<Accepted>> held(Accepted accepted) {
        UUID leaving = accepted.leaving().id();
        return holds.both(leaving, accepted.receiverId()).chain(inForce -> {
            if (!inForce) {
                return Uni.createFrom().item(Result.refused(Problem.STATE_CONFLICT));
            }
            return approvals
                    .any(leaving)
                    .chain(waits -> waits
                            ? Uni.createFrom().item(Result.refused(Problem.HANDOVER_NEEDS_APPROVAL))
                            : received(accepted, leaving));
        });
    }

    private Uni<Result<Accepted>> received(Accepted accepted, UUID leaving) {
        return accepted.receiver().isPresent()
                ? Uni.createFrom().item(Result.ok(accepted))
                : belongings
                        .open(leaving)
                        .map(open -> open.isEmpty()
                                ? Result.ok(accepted)
                                : Result.invalid("toAppointmentId", "handover-needs-receiver"));
    }

    private Uni<Stored<UUID>> write(HandoverForm form, Accepted accepted, Caller caller) {
        RequestHash request = RequestHash.of(form);
        Birth birth = new Birth(form.id(), accepted.leaving().area(), request, clock.instant(), caller.workerId());
        Handover handover = new Handover(birth, accepted, form.endReason(), LocalDays.today(clock));
        return handovers
                .persistAndFlush(handover)
                .chain(() -> moved(handover, accepted, request))
                .call(moved -> handovers.addItems(handover.id, HandoverItem.of(moved)))
                .call(() -> handovers.end(handover))
                .chain(moved -> audit(caller, accepted, moved))
                .replaceWith(Stored.created(handover, handover.id));
    }

    private Uni<Void> audit(Caller caller, Accepted accepted, List<Moved> moved) {
        Subject post = new Subject(
                "APPOINTMENT", accepted.leaving().id(), accepted.leaving().area());
        return trail.changedHands(caller, accepted.acting(), "appointment.hand-over", post, moved);
    }

    private Uni<List<Moved>> moved(Handover handover, Accepted accepted, RequestHash request) {
        return accepted.receiver()
                .map(receiver -> belongings.move(new Succession(
                        handover.id,
                        Optional.of(handover.fromAppointmentId),
                        receiver,
                        Optional.empty(),
                        handover.createdBy,
                        handover.createdAt,
                        request)))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private Uni<Stored<HandoverView>> answer(Stored<UUID> stored) {
        return stored.view() == null
                ? Uni.createFrom().item(new Stored<>(stored.id(), stored.version(), false, null))
                : rows.one(stored.id())
                        .map(view -> new Stored<>(stored.id(), stored.version(), stored.created(), view.orElseThrow()));
    }
}
