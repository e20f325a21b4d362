package org.shouwang.staff.handover;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
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
import org.shouwang.staff.handover.TakeoverDecision.Accepted;
import org.shouwang.staff.handover.TakeoverDecision.Around;

/** Gives a post that is filled again what was held for it, in one transaction; repeating it answers the takeover. */
@Singleton
class TakeOver implements PanacheRepositoryBase<Takeover, UUID> {

    private final HandoverFacts facts;
    private final AppointmentHolds holds;
    private final AllBelongings belongings;
    private final HandoverTrail trail;
    private final Clock clock;

    TakeOver(HandoverFacts facts, AppointmentHolds holds, AllBelongings belongings, HandoverTrail trail, Clock clock) {
        this.facts = facts;
        this.holds = holds;
        this.belongings = belongings;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<Result<Stored<TakeoverView>>> fill(TakeoverForm form, Caller caller) {
        return caller.with(Right.HANDOVER_WRITE)
                .then(able -> Races.again(() -> facts.gather(form)
                        .chain(around -> Panache.withTransaction(() -> foundOrMade(form, around, able)))));
    }

    private Uni<Result<Stored<TakeoverView>>> foundOrMade(TakeoverForm form, Around around, Caller caller) {
        return findById(form.id())
                .chain(found -> found == null
                        ? TakeoverDecision.decide(form, around, caller)
                                .then(this::held)
                                .chain(held -> held.thenDo(accepted -> write(form, accepted, caller)))
                        : Uni.createFrom().item(repeated(found, form, caller)));
    }

    private static Result<Stored<TakeoverView>> repeated(Takeover found, TakeoverForm form, Caller caller) {
        return Known.decide(found, RequestHash.of(form), caller, Right.HANDOVER_WRITE)
                .map(known -> known == Known.REPEATED
                        ? Stored.repeated(found, TakeoverView.of(found))
                        : Stored.outOfScope(found));
    }

    private Uni<Result<Accepted>> held(Accepted accepted) {
        return holds.receiver(accepted.post().id())
                .map(inForce -> inForce ? Result.ok(accepted) : Result.refused(Problem.STATE_CONFLICT));
    }

    private Uni<Stored<TakeoverView>> write(TakeoverForm form, Accepted accepted, Caller caller) {
        RequestHash request = RequestHash.of(form);
        Instant now = clock.instant();
        Succession succession = new Succession(
                form.id(),
                accepted.standIn(),
                accepted.receiver(),
                Optional.of(accepted.receiver().post().areas()),
                caller.workerId(),
                now,
                request);
        Birth birth = new Birth(form.id(), accepted.post().area(), request, now, caller.workerId());
        return belongings.move(succession).chain(moved -> persistAndFlush(
                        new Takeover(birth, accepted, HandoverItem.of(moved)))
                .call(made -> audit(caller, accepted, moved))
                .map(made -> Stored.created(made, TakeoverView.of(made))));
    }

    private Uni<Void> audit(Caller caller, Accepted accepted, List<Moved> moved) {
        Subject post =
                new Subject("APPOINTMENT", accepted.post().id(), accepted.post().area());
        return trail.changedHands(caller, accepted.acting(), "appointment.take-over", post, moved);
    }
}
