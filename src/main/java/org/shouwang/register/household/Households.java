package org.shouwang.register.household;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** The households, as rooms above see them. No scope is checked here: who asks for a caller checks it. */
@Singleton
public class Households {

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;

    Households(HouseholdRepository households, HouseholdMemberRepository members) {
        this.households = households;
        this.members = members;
    }

    /**
     * Facts of one household, for whoever records something of it: it does not move until the caller's transaction ends. Runs in
     * the caller's session; who asks for children too asks for them first, as moves do.
     */
    public Uni<Optional<HouseholdFacts>> facts(UUID id) {
        return households.kept(id).chain(found -> facts(id, found));
    }

    /** The same for whoever only looks: a moment later it may be otherwise. */
    public Uni<Optional<HouseholdFacts>> look(UUID id) {
        return households.findById(id).chain(found -> facts(id, found));
    }

    /** Where this household lives: it stays there until the caller's transaction ends. Runs in the caller's session. */
    public Uni<Optional<AreaCode>> village(UUID id) {
        return households.kept(id).map(found -> Optional.ofNullable(found).map(household -> household.areaCode));
    }

    private Uni<Optional<HouseholdFacts>> facts(UUID id, @Nullable Household found) {
        return members.ofHouseholds(List.of(id)).map(of -> facts(found, of));
    }

    private static Optional<HouseholdFacts> facts(@Nullable Household household, List<HouseholdMember> members) {
        return Optional.ofNullable(household)
                .map(found -> new HouseholdFacts(
                        found.id,
                        found.areaCode,
                        members.stream().map(member -> member.id).collect(Collectors.toUnmodifiableSet())));
    }
}
