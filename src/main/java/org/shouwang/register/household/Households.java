package org.shouwang.register.household;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
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
        return households.kept(id).chain(village -> members.idsOf(id)
                .map(of -> village.map(area -> new HouseholdFacts(id, area, of))));
    }

    /** The same for whoever only looks: a moment later it may be otherwise. */
    public Uni<Optional<HouseholdFacts>> look(UUID id) {
        return households.findById(id).chain(found -> members.idsOf(id)
                .map(of -> Optional.ofNullable(found).map(home -> new HouseholdFacts(id, home.areaCode, of))));
    }

    /** Facts of the household of which this person is a member; as {@link #facts}. */
    public Uni<Optional<HouseholdFacts>> ofMember(UUID memberId) {
        return members.findById(memberId)
                .chain(member -> member == null ? Uni.createFrom().item(Optional.empty()) : facts(member.householdId));
    }

    /** Where this household lives: it stays there until the caller's transaction ends. Runs in the caller's session. */
    public Uni<Optional<AreaCode>> village(UUID id) {
        return households.kept(id);
    }
}
