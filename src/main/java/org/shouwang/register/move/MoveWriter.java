package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.FileStatus;
import org.shouwang.register.child.Relocations;
import org.shouwang.register.move.MoveDecision.Accepted;
import org.shouwang.register.move.MoveDecision.Wanted;

/** Writes requests: the files are on their way, whoever is asked is told, and the ladder begins. In the caller's transaction. */
@Singleton
class MoveWriter {

    private final MoveRepository moves;
    private final Relocations relocations;
    private final MoveSealed sealed;
    private final Notifications notifications;
    private final Trail trail;
    private final Map<MoveStep, Integer> days;

    MoveWriter(
            MoveRepository moves,
            Relocations relocations,
            MoveSealed sealed,
            Notifications notifications,
            Trail trail,
            MoveLadderConfig ladder) {
        this.moves = moves;
        this.relocations = relocations;
        this.sealed = sealed;
        this.notifications = notifications;
        this.trail = trail;
        this.days = ladder.days();
    }

    /** A new request. What was only proposed for its children is overtaken. */
    Uni<Void> make(
            ChildMove move, Wanted wanted, MoveForm form, Accepted accepted, MovePeople.Around people, Caller caller) {
        describe(move, form.to(), form.wholeHousehold(), form.reason(), accepted);
        List<UUID> children = ids(wanted);
        return overtake(children, move, accepted.acting())
                .chain(() -> moves.persistAndFlush(move))
                .chain(() -> moves.addChildren(move.id, children))
                .chain(() -> ask(move, children, people, caller, accepted.acting()));
    }

    /** A proposal that becomes a request. */
    Uni<Void> turn(
            ChildMove move,
            Wanted wanted,
            MoveAction.Request action,
            Accepted accepted,
            MovePeople.Around people,
            Caller caller) {
        describe(move, action.to(), action.wholeHousehold(), action.reason(), accepted);
        move.requesterAppointmentId = accepted.acting().appointmentId();
        move.askedAt = move.updatedAt;
        List<UUID> children = ids(wanted);
        return moves.flush()
                .chain(() -> overtake(children, move, accepted.acting()))
                .chain(() -> moves.setChildren(move.id, children))
                .chain(() -> ask(move, children, people, caller, accepted.acting()));
    }

    private static List<UUID> ids(Wanted wanted) {
        return wanted.children().stream().map(ChildFacts::id).toList();
    }

    private void describe(ChildMove move, Destination to, boolean wholeHousehold, String reason, Accepted accepted) {
        move.state = MoveState.REQUESTED;
        move.askedSide = accepted.asked();
        move.toAreaCode = accepted.to();
        move.wholeHousehold = wholeHousehold;
        move.reason = reason.strip();
        move.addressCipher = sealed.close(MoveSealed.ADDRESS, move.id, to.address());
        move.hamlet = to.hamlet();
        move.toHouseholdId = to.household().orElse(null);
        NewHousehold made = to.newHousehold();
        move.newHeadName = made == null ? null : made.headName();
        move.newPhoneCipher = made == null ? null : sealed.close(MoveSealed.PHONE, move.id, made.phone());
        move.memberIds = made == null ? new UUID[0] : made.memberIds().toArray(UUID[]::new);
    }

    private Uni<Void> ask(ChildMove move, List<UUID> children, MovePeople.Around people, Caller caller, Post acting) {
        return relocations
                .mark(children, FileStatus.ACTIVE, FileStatus.TRANSFER_PENDING, move.updatedAt, caller.workerId())
                .chain(() -> moves.beginLadder(move.id, MoveLadder.firstLook(move.askedAt, days), move.askedAt))
                .chain(() -> trail.changed(caller, acting, "move.request", new Subject("MOVE", move.id, move.areaCode)))
                .chain(() -> notifications.tell(MoveNotices.asked(move, people.asked(move.area(move.askedSide)))));
    }

    /** What is only proposed for these children elsewhere is over. */
    Uni<Void> overtake(List<UUID> children, ChildMove by, Post acting) {
        return moves.overtake(by.id, children).chain(emptied -> overtaken(emptied, by, acting));
    }

    private Uni<Void> overtaken(List<UUID> proposals, ChildMove by, Post acting) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (UUID id : proposals) {
            done = done.chain(() -> moves.locked(id))
                    .invoke(proposal -> {
                        proposal.answer(MoveState.CANCELLED, null, by.updatedAt, acting);
                        proposal.touch(by.updatedAt, by.updatedBy);
                    })
                    .chain(() -> moves.close(id));
        }
        return done;
    }
}
