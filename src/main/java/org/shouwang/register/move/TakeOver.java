package org.shouwang.register.move;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.register.Relocation;
import org.shouwang.register.Relocation.Newcomers;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.FileStatus;
import org.shouwang.register.child.Relocations;
import org.shouwang.register.household.HouseholdFacts;
import org.shouwang.register.household.HouseholdMoves;
import org.shouwang.register.household.Households;
import org.shouwang.register.move.GoesWithChild.Moved;
import org.shouwang.register.move.MoveDecision.Home;

/** Brings children with all that belongs to them to the village that takes them over, in the caller's transaction. */
@Singleton
class TakeOver {

    private final Households households;
    private final HouseholdMoves householdMoves;
    private final Relocations relocations;
    private final List<GoesWithChild> followers;
    private final MoveSealed sealed;
    private final Trail trail;

    TakeOver(
            Households households,
            HouseholdMoves householdMoves,
            Relocations relocations,
            @All List<GoesWithChild> followers,
            MoveSealed sealed,
            Trail trail) {
        this.households = households;
        this.householdMoves = householdMoves;
        this.relocations = relocations;
        this.followers = followers.stream()
                .sorted(Comparator.comparingInt(GoesWithChild::order))
                .toList();
        this.sealed = sealed;
        this.trail = trail;
    }

    /** Who takes them over: the caller under a post, and whoever works there. */
    record By(Caller caller, Post acting, GoesWithChild.Staff staff, MoveAction.Accept action) {}

    /** The home that the children come into, which stays where it is until they are there, or why there is none. */
    Uni<Result<Optional<UUID>>> home(ChildMove move, MoveAction.Accept action) {
        UUID there = action.householdId() == null ? move.toHouseholdId : action.householdId();
        return (there == null ? Uni.createFrom().item(Optional.<HouseholdFacts>empty()) : households.facts(there))
                .chain(home -> households
                        .look(move.householdId)
                        .map(leaving -> new Home(
                                home.map(HouseholdFacts::areaCode),
                                leaving.map(HouseholdFacts::memberIds).orElse(Set.of()))))
                .map(home -> MoveDecision.home(move, action.householdId(), home));
    }

    /** Moves them; the caller has seen to it that they may go. Answers who came. */
    Uni<List<UUID>> bring(ChildMove move, List<ChildFacts> children, Optional<UUID> home, By by) {
        AreaCode to = move.area(Side.RECEIVING);
        Relocation relocation = new Relocation(
                children.stream().map(ChildFacts::id).toList(),
                to == null ? move.areaCode : to,
                home.orElse(move.householdId),
                sealed.open(MoveSealed.ADDRESS, move.id, move.addressCipher).orElse(""),
                move.hamlet,
                by.staff().carer().map(carer -> carer.post().appointmentId()),
                move.updatedAt,
                move.updatedBy,
                RequestHash.of(by.action()));
        return housed(move, relocation, by.action())
                .chain(() -> everybody(move, relocation))
                .call(relocations::settle)
                .call(all -> followed(move, all, by))
                .call(all -> written(all, by))
                .map(Relocation::childIds);
    }

    /** With the household also who was entered in it until nobody could any more: it is held from then on. */
    private Uni<Relocation> everybody(ChildMove move, Relocation relocation) {
        return move.wholeHousehold
                ? relocations
                        .onFileIn(move.householdId)
                        .chain(relocations::hold)
                        .map(found -> relocation.of(found.stream()
                                .filter(child -> relocation.childIds().contains(child.id())
                                        || child.fileStatus() != FileStatus.TRANSFER_PENDING)
                                .map(ChildFacts::id)
                                .toList()))
                : Uni.createFrom().item(relocation);
    }

    private Uni<Void> housed(ChildMove move, Relocation relocation, MoveAction.Accept action) {
        if (move.wholeHousehold) {
            return householdMoves.follow(relocation);
        }
        String head = move.newHeadName;
        return head == null || action.householdId() != null
                ? Uni.createFrom().voidItem()
                : householdMoves.make(
                        new Newcomers(
                                move.householdId,
                                head,
                                sealed.open(MoveSealed.PHONE, move.id, move.newPhoneCipher),
                                List.of(move.memberIds)),
                        relocation);
    }

    private Uni<Void> followed(ChildMove move, Relocation relocation, By by) {
        Moved moved = new Moved(
                move.id,
                new HashSet<>(relocation.childIds()),
                move.wholeHousehold ? Optional.of(move.householdId) : Optional.empty(),
                move.areaCode,
                relocation.to(),
                by.staff(),
                by.caller(),
                by.acting(),
                relocation.at(),
                relocation.request());
        Uni<Void> done = Uni.createFrom().voidItem();
        for (GoesWithChild follower : followers) {
            done = done.chain(() -> follower.follow(moved));
        }
        return done;
    }

    private Uni<Void> written(Relocation relocation, By by) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (UUID child : relocation.childIds()) {
            done = done.chain(() -> trail.changed(
                    by.caller(), by.acting(), "child.move", new Subject("CHILD", child, relocation.to())));
        }
        return done;
    }
}
