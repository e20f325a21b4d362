package org.shouwang.register.household;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The members of households, as rooms above see them. No scope is checked here: who asks for a caller checks it. */
@Singleton
public class Members {

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;

    Members(HouseholdRepository households, HouseholdMemberRepository members) {
        this.households = households;
        this.members = members;
    }

    /**
     * Facts of one member, for whoever records something of the person: the household does not move until the caller's transaction
     * ends. Runs in the caller's session.
     */
    public Uni<Optional<MemberFacts>> facts(UUID id) {
        return members.findById(id)
                .chain(member -> member == null
                        ? Uni.createFrom().item(Optional.empty())
                        : households
                                .kept(member.householdId)
                                .map(village -> village.map(area -> new MemberFacts(
                                        id, member.householdId, area, member.sexCode, member.birthDate))));
    }
}
