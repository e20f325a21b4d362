package org.shouwang.register.household;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
public class HouseholdMemberRepository implements PanacheRepositoryBase<HouseholdMember, UUID> {

    public Uni<List<HouseholdMember>> ofHouseholds(Collection<UUID> householdIds) {
        return list("householdId in ?1 order by id", householdIds);
    }

    Uni<Set<UUID>> idsOf(UUID household) {
        return find("select id from HouseholdMember where householdId = ?1", household)
                .project(UUID.class)
                .list()
                .map(Set::copyOf);
    }

    /** The members of this household, where there is one, and these people wherever they live. */
    public Uni<List<HouseholdMember>> around(Optional<UUID> household, Collection<UUID> others) {
        return list("householdId in ?1 or id in ?2", household.stream().toList(), others);
    }

    /** Panache cannot persist nobody. */
    Uni<Void> add(List<HouseholdMember> people) {
        return people.isEmpty() ? Uni.createFrom().voidItem() : persist(people);
    }

    /** Whether any of these ids already belongs to a member of any household. */
    Uni<Boolean> anyTaken(Collection<UUID> ids) {
        return count("id in ?1", ids).map(taken -> taken > 0);
    }

    /** What is recorded of these fathers and mothers, by their ids. */
    public Uni<Map<UUID, Parent>> parents(Collection<UUID> ids) {
        return list("id in ?1", ids)
                .map(found -> found.stream().collect(Collectors.toMap(member -> member.id, Parent::of)));
    }
}
