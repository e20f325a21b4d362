package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;
import org.shouwang.register.child.Relocations;
import org.shouwang.register.household.HouseholdFacts;
import org.shouwang.register.household.Households;
import org.shouwang.register.move.MoveDecision.Wanted;

/** Tells which children a request is about. Runs in the caller's session. */
@Singleton
class MoveSubjects {

    private final Children children;
    private final Households households;
    private final Relocations relocations;
    private final MoveRepository moves;
    private final Clock clock;

    MoveSubjects(Children children, Households households, Relocations relocations, MoveRepository moves, Clock clock) {
        this.children = children;
        this.households = households;
        this.relocations = relocations;
        this.moves = moves;
        this.clock = clock;
    }

    /** Where the children of the form live now, as far as they are known. */
    Uni<Optional<AreaCode>> leaving(MoveForm form) {
        return named(form)
                .chain(children::look)
                .map(found -> found.values().stream().map(ChildFacts::areaCode).findFirst());
    }

    /** The children of the form, held until the transaction ends. */
    Uni<Wanted> hold(MoveForm form) {
        return named(form).chain(ids -> hold(ids, form.found() == null, form.wholeHousehold()));
    }

    /** These children, held until the transaction ends: with all of their household when it moves with them. */
    Uni<Wanted> hold(Collection<UUID> ids, boolean named, boolean wholeHousehold) {
        return relocations
                .homes(ids)
                .chain(homes -> homes.size() == 1
                        ? households.look(homes.get(0)).chain(home -> held(ids, named, wholeHousehold, home))
                        : held(ids, named, wholeHousehold, Optional.empty()));
    }

    private Uni<Wanted> held(
            Collection<UUID> ids, boolean named, boolean wholeHousehold, Optional<HouseholdFacts> home) {
        Uni<List<UUID>> others = wholeHousehold && home.isPresent()
                ? relocations.onFileIn(home.get().id())
                : Uni.createFrom().item(List.of());
        Set<UUID> members = home.map(HouseholdFacts::memberIds).orElse(Set.of());
        return others.chain(more -> {
            Set<UUID> all = new LinkedHashSet<>(ids);
            all.addAll(more);
            return relocations.hold(all).chain(found -> onItsWay(home)
                    .map(goes -> new Wanted(found, named, found.size() == all.size(), wholeHousehold, goes, members)));
        });
    }

    private Uni<Boolean> onItsWay(Optional<HouseholdFacts> home) {
        return home.map(household -> moves.anyOfWhole(household.id()))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private Uni<Set<UUID>> named(MoveForm form) {
        return form.found() == null
                ? Uni.createFrom().item(Set.copyOf(form.childIds()))
                : relocations.find(form.found(), LocalDays.today(clock)).map(found -> found.map(Set::of)
                        .orElse(Set.of()));
    }
}
