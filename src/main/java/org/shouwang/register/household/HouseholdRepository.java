package org.shouwang.register.household;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class HouseholdRepository implements PanacheRepositoryBase<Household, UUID> {

    /** The household, held against every other change until the transaction ends. */
    /** The household as it is once whoever changes it is done; nobody changes it until the transaction ends. */
    Uni<@Nullable Household> kept(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_READ);
    }

    Uni<@Nullable Household> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<Household>> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
