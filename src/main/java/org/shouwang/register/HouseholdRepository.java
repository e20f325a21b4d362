package org.shouwang.register;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

@Singleton
class HouseholdRepository implements PanacheRepositoryBase<Household, UUID> {

    private static final String KEPT = "select area_code from household where id = :id for share";

    /**
     * Where the household lives once whoever changes it is done; nobody changes it until the transaction ends. Empty where it is
     * none.
     */
    Uni<Optional<AreaCode>> kept(UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery(KEPT, Object.class)
                        .setParameter("id", id)
                        .getResultList())
                .map(found -> found.stream().findFirst().map(code -> new AreaCode((Long) code)));
    }

    /** The household, held against every other change until the transaction ends. */
    Uni<@Nullable Household> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<Household>> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
