package org.shouwang.activity;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class HomeRepository implements PanacheRepositoryBase<ChildrensHome, UUID> {

    Uni<Boolean> isTaken(String homeCode) {
        return count("homeCode", homeCode).map(homes -> homes > 0);
    }

    /** The home, held against every other change until the transaction ends. */
    Uni<@Nullable ChildrensHome> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
