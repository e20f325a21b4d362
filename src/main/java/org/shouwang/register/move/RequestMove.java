package org.shouwang.register.move;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.move.MoveDecision.Accepted;
import org.shouwang.register.move.MoveDecision.Wanted;

/** Asks once to move children to another village; repeating it answers the move as it is now. */
@Singleton
class RequestMove {

    private final MoveRepository moves;
    private final MoveSubjects subjects;
    private final MovePlaces places;
    private final MoveWriter writer;
    private final FindMoves find;
    private final Clock clock;

    RequestMove(
            MoveRepository moves,
            MoveSubjects subjects,
            MovePlaces places,
            MoveWriter writer,
            FindMoves find,
            Clock clock) {
        this.moves = moves;
        this.subjects = subjects;
        this.places = places;
        this.writer = writer;
        this.find = find;
        this.clock = clock;
    }

    Uni<Result<Stored<MoveView>>> request(UUID id, MoveForm form, Caller caller) {
        return caller.with(Right.MOVE_WRITE)
                .flatMap(able -> MoveDecision.whom(form))
                .then(whom -> Races.again(() -> Panache.withSession(() -> subjects.leaving(whom))
                        .chain(leaving -> places.around(leaving, whom.to().areaCode()))
                        .chain(around -> Panache.withTransaction(() -> foundOrMade(id, whom, around, caller)))))
                .chain(result -> result.thenDo(stored -> find.answer(stored, caller)));
    }

    private Uni<Result<Stored<UUID>>> foundOrMade(UUID id, MoveForm form, MovePlaces.Around around, Caller caller) {
        return moves.findById(id)
                .chain(found -> found == null
                        ? subjects.hold(form)
                                .chain(wanted -> MoveDecision.request(wanted, form.to(), around.receiving(), caller)
                                        .thenDo(accepted -> make(id, form, wanted, accepted, around, caller)))
                        : Uni.createFrom().item(repeated(found, form, caller)));
    }

    private static Result<Stored<UUID>> repeated(ChildMove found, MoveForm form, Caller caller) {
        return Known.decide(
                        MoveDecision.visible(found.areaCode, found.toAreaCode, caller),
                        RequestHash.of(form).matches(found.requestHash),
                        found.createdBy.equals(caller.workerId()))
                .map(known -> known == Known.REPEATED ? Stored.repeated(found, id(found)) : Stored.outOfScope(found));
    }

    private static UUID id(ChildMove move) {
        return move.id;
    }

    private Uni<Stored<UUID>> make(
            UUID id, MoveForm form, Wanted wanted, Accepted accepted, MovePlaces.Around around, Caller caller) {
        AreaCode leaving = wanted.leaving().orElseThrow();
        Birth birth = new Birth(id, leaving, RequestHash.of(form), clock.instant(), caller.workerId());
        ChildMove move = new ChildMove(
                birth,
                Objects.requireNonNull(wanted.children().get(0).householdId()),
                MoveState.REQUESTED,
                accepted.asked(),
                accepted.acting());
        return writer.make(move, wanted, form, accepted, around.people(), caller)
                .replaceWith(() -> Stored.created(move, id));
    }
}
