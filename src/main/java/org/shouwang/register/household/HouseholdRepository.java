package org.shouwang.register.household;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.SessionSql;

@Singleton
class HouseholdRepository implements PanacheRepositoryBase<Household, UUID> {

    private static final String KEPT = "select area_code from household where id = $1 for share";

    /**
     * Where the household lives once whoever changes it is done; nobody changes it until the transaction ends. Empty where it is
     * none.
     */
    Uni<Optional<AreaCode>> kept(UUID id) {
        return SessionSql.rows(KEPT, id)
                .map(found ->
                        found.stream().findFirst().map(row -> new AreaCode((Long) Objects.requireNonNull(row[0]))));
    }

    /** The household, held against every other change until the transaction ends. */
    Uni<@Nullable Household> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<Household>> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
