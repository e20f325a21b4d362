package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/**
 * Lets transactions that decide something by all that is known of a child come one after the other: else two records that
 * arrive together would not see each other. Always taken before tasks are locked, so that nobody waits in a ring.
 */
@Singleton
public class ChildTurns {

    private static final String TAKE = """
            select pg_advisory_xact_lock(hashtextextended(cast(child as text), 7))
            from (select child from unnest(cast(:children as uuid[])) child order by child) c
            """;

    /** Waits in the session of a use case until it is the turn of its transaction, which it keeps until its end. */
    public Uni<Void> take(Collection<UUID> children) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, Object.class)
                        .setParameter("children", children.toArray(UUID[]::new))
                        .getResultList())
                .replaceWithVoid();
    }
}
