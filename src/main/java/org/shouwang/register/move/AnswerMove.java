package org.shouwang.register.move;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.area.Areas.Place;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.FileStatus;
import org.shouwang.register.child.Relocations;
import org.shouwang.register.move.FindMoves.Seen;
import org.shouwang.register.move.MoveDecision.Wanted;

/** Accepts, returns or takes back a request, and turns a proposal into one or dismisses it. */
@Singleton
class AnswerMove {

    private static final GoesWithChild.Staff NOBODY =
            new GoesWithChild.Staff(Optional.empty(), Optional.empty(), Set.of());

    private final MoveRepository moves;
    private final MoveSubjects subjects;
    private final MovePlaces places;
    private final MoveWriter writer;
    private final TakeOver takeOver;
    private final Relocations relocations;
    private final FindMoves find;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    AnswerMove(
            MoveRepository moves,
            MoveSubjects subjects,
            MovePlaces places,
            MoveWriter writer,
            TakeOver takeOver,
            Relocations relocations,
            FindMoves find,
            Notifications notifications,
            Trail trail,
            Clock clock) {
        this.moves = moves;
        this.subjects = subjects;
        this.places = places;
        this.writer = writer;
        this.takeOver = takeOver;
        this.relocations = relocations;
        this.find = find;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    /** One action with what was read before its transaction. */
    private record Step(MoveAction action, Caller caller, Seen seen, MovePlaces.Around around) {

        boolean whole() {
            return action instanceof MoveAction.Request request ? request.wholeHousehold() : seen.wholeHousehold();
        }
    }

    /** Answers the move as it is afterwards; the same action of the same worker again changes nothing. */
    Uni<Result<Stored<MoveView>>> act(UUID id, MoveAction action, Caller caller) {
        return done(id, action, caller).chain(result -> result.thenDo(stored -> find.answer(stored, caller)));
    }

    /** The same for whoever is not shown what came of it. */
    Uni<Result<Stored<UUID>>> done(UUID id, MoveAction action, Caller caller) {
        return caller.with(Right.MOVE_WRITE)
                .then(able -> Races.again(() -> find.seen(id, able)
                        .chain(found ->
                                found.then(seen -> places.around(Optional.of(seen.leaving()), receiving(action, seen))
                                        .chain(around -> Panache.withTransaction(
                                                () -> acted(id, new Step(action, able, seen, around))))))));
    }

    /** Nobody is asked about a proposal that is dismissed: any village will do. */
    private static AreaCode receiving(MoveAction action, Seen seen) {
        return action instanceof MoveAction.Request request
                ? request.to().areaCode()
                : seen.receiving().orElse(seen.leaving());
    }

    /** Children before their move, as requests lock them; who of them is to go is known once they are held. */
    private Uni<Result<Stored<UUID>>> acted(UUID id, Step step) {
        return moves.openChildren(id)
                .chain(children -> subjects.hold(children, true, step.whole()))
                .chain(wanted -> moves.locked(id)
                        .chain(move -> moves.action(step.action().id())
                                .chain(before -> before == null
                                        ? moves.openChildren(id)
                                                .map(Set::copyOf)
                                                .chain(open -> decided(move, wanted.still(open), open, step))
                                        : Uni.createFrom().item(repeated(move, before, step)))));
    }

    private static Result<Stored<UUID>> repeated(ChildMove move, MoveActionEntry before, Step step) {
        return before.repeats(step.action(), move.id, step.caller().workerId())
                ? Result.ok(Stored.repeated(move, move.id))
                : Result.refused(Problem.ID_REUSED);
    }

    private Uni<Result<Stored<UUID>>> decided(ChildMove move, Wanted wanted, Set<UUID> open, Step step) {
        return MoveDecision.act(move, step.action().kind(), step.caller()).then(acting -> {
            if (step.action() instanceof MoveAction.Request request) {
                return MoveDecision.request(wanted, request.to(), step.around().receiving(), step.caller())
                        .thenDo(accepted -> began(move, step)
                                .chain(() -> writer.turn(
                                        move,
                                        wanted,
                                        request,
                                        accepted,
                                        step.around().people(),
                                        step.caller()))
                                .replaceWith(() -> Stored.repeated(move, move.id)));
            }
            if (step.action() instanceof MoveAction.Accept accept) {
                return accepted(move, going(move, wanted, open), accept, step, acting);
            }
            return sentBack(move, open, step, acting).map(Result::ok);
        });
    }

    private Uni<Void> began(ChildMove move, Step step) {
        move.touch(clock.instant(), step.caller().workerId());
        return moves.add(new MoveActionEntry(step.action(), move.id, move.updatedAt, move.updatedBy));
    }

    private Uni<Result<Stored<UUID>>> accepted(
            ChildMove move, List<ChildFacts> going, MoveAction.Accept accept, Step step, Post acting) {
        if (going.isEmpty()) {
            return Uni.createFrom().item(Result.refused(Problem.STATE_CONFLICT));
        }
        Optional<AreaCode> today = step.around().receiving().map(Place::code);
        TakeOver.By by = new TakeOver.By(
                step.caller(), acting, today.map(step.around().people()::staff).orElse(NOBODY), accept);
        return takeOver.home(move, accept)
                .chain(home -> home.thenDo(household -> began(move, step)
                        .invoke(() -> today.ifPresent(village -> move.toAreaCode = village))
                        .chain(() -> takeOver.bring(move, going, household, by))
                        .call(came -> moves.wentAlong(move.id, came))
                        .chain(came -> writer.overtake(came, move, acting))
                        .chain(() -> ended(move, step, acting))));
    }

    /** Those who are still on their way by this move; with the whole household also who was entered in it since. */
    private static List<ChildFacts> going(ChildMove move, Wanted wanted, Set<UUID> open) {
        return wanted.children().stream()
                .filter(child -> child.fileStatus() == FileStatus.TRANSFER_PENDING
                        ? open.contains(child.id())
                        : move.wholeHousehold && child.fileStatus().isOpen())
                .toList();
    }

    private Uni<Stored<UUID>> sentBack(ChildMove move, Set<UUID> children, Step step, Post acting) {
        return began(move, step)
                .chain(() -> relocations.mark(
                        children, FileStatus.TRANSFER_PENDING, FileStatus.ACTIVE, move.updatedAt, move.updatedBy))
                .chain(() -> ended(move, step, acting));
    }

    /** Nobody has anything to do any more; both sides learn what became of it. */
    private Uni<Stored<UUID>> ended(ChildMove move, Step step, Post acting) {
        MoveAction.Kind kind = step.action().kind();
        MovePeople.Around people = step.around().people();
        move.answer(kind.to(), step.action().answer(), move.updatedAt, acting);
        String name = "move." + kind.name().toLowerCase(Locale.ROOT);
        return moves.flush()
                .chain(() -> moves.close(move.id))
                .chain(() -> trail.changed(step.caller(), acting, name, new Subject("MOVE", move.id, move.areaCode)))
                .chain(() -> notifications.withdraw(MoveNotices.MOVE, List.of(move.id)))
                .chain(() -> notifications.tell(MoveNotices.answered(
                        move, kind, people.asked(move.area(Side.LEAVING)), people.asked(move.area(Side.RECEIVING)))))
                .replaceWith(() -> Stored.repeated(move, move.id));
    }
}
