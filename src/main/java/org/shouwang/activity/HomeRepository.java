package org.shouwang.activity;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class HomeRepository implements PanacheRepositoryBase<ChildrensHome, UUID> {

    private static final String ADD_LISTS = """
            insert into childrens_home_detail (home_id, lists) values (:home, cast(cast(:lists as text) as jsonb))
            """;

    Uni<Boolean> isTaken(String homeCode) {
        return count("homeCode", homeCode).map(homes -> homes > 0);
    }

    /** Writes the lists of a new home. */
    Uni<Void> addLists(UUID id, String json) {
        return getSession()
                .chain(session -> session.createNativeQuery(ADD_LISTS)
                        .setParameter("home", id)
                        .setParameter("lists", json)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
