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
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.register.ChildFacts;
import org.shouwang.register.HouseholdFacts;
import org.shouwang.register.HouseholdMoves;
import org.shouwang.register.Households;
import org.shouwang.register.Relocation;
import org.shouwang.register.Relocation.Newcomers;
import org.shouwang.register.Relocations;
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

    /** The home that the children come into, or why there is none. */
    Uni<Result<Optional<UUID>>> home(ChildMove move, MoveAction.Accept action) {
        UUID there = action.householdId() == null ? move.toHouseholdId : action.householdId();
        return facts(there)
                .chain(home -> facts(move.householdId)
                        .map(leaving -> new Home(
                                home.map(HouseholdFacts::areaCode),
                                leaving.map(HouseholdFacts::memberIds).orElse(Set.of()))))
                .map(home -> MoveDecision.home(move, action.householdId(), home));
    }

    private Uni<Optional<HouseholdFacts>> facts(@Nullable UUID household) {
        return household == null ? Uni.createFrom().item(Optional.empty()) : households.look(household);
    }

    /** Moves them; the caller has seen to it that they may go. */
    Uni<Void> bring(ChildMove move, List<ChildFacts> children, Optional<UUID> home, By by) {
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
                .chain(() -> relocations.settle(relocation))
                .chain(() -> followed(move, relocation, by))
                .chain(() -> written(relocation, by));
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
