package org.shouwang.register;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The households, as rooms above see them. No scope is checked here: who asks for a caller checks it. */
@Singleton
public class Households {

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;

    Households(HouseholdRepository households, HouseholdMemberRepository members) {
        this.households = households;
        this.members = members;
    }

    /** Facts of one household. Runs in the caller's session. */
    public Uni<Optional<HouseholdFacts>> facts(UUID id) {
        return households.findById(id).chain(found -> members.ofHouseholds(List.of(id))
                .map(of -> facts(found, of)));
    }

    private static Optional<HouseholdFacts> facts(@Nullable Household household, List<HouseholdMember> members) {
        return Optional.ofNullable(household)
                .map(found -> new HouseholdFacts(
                        found.id,
                        found.areaCode,
                        members.stream().map(member -> member.id).collect(Collectors.toUnmodifiableSet())));
    }
}
