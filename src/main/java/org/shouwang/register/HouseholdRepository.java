package org.shouwang.register;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Singleton
class HouseholdRepository implements PanacheRepositoryBase<Household, UUID> {

    Uni<List<Household>> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
