package org.shouwang.activity;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class HomeRepository implements PanacheRepositoryBase<ChildrensHome, UUID> {

    Uni<Boolean> isTaken(String homeCode) {
        return count("homeCode", homeCode).map(homes -> homes > 0);
    }
}
