package org.shouwang.register;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Singleton
class HouseholdMemberRepository implements PanacheRepositoryBase<HouseholdMember, UUID> {

    Uni<List<HouseholdMember>> ofHouseholds(Collection<UUID> householdIds) {
        return list("householdId in ?1 order by id", householdIds);
    }

    /** Whether an id of the form already belongs to a member of any household. */
    Uni<Boolean> anyTaken(HouseholdForm form) {
        List<UUID> ids = form.members().stream().map(HouseholdForm.Member::id).toList();
        return count("id in ?1", ids).map(taken -> taken > 0);
    }
}
