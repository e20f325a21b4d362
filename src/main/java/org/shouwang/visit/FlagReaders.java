package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/** Lets the room above say to whom the red flags of a visit are shown, once they are a case. Runs in the caller's session. */
@Singleton
public class FlagReaders {

    private static final String SHOW = """
            update visit_child a
            set flags_shown_to = cast(:posts as uuid[])
            from visit v
            where v.id = a.visit_id and a.visit_id = :visit and a.child_id = :child and v.created_by = :author
            """;

    /**
     * Shows what the visit says of danger to the child to these posts alone, beside its author and the county lead.
     *
     * @param author of the visit; a visit of somebody else is left as it is
     */
    public Uni<Void> show(UUID visit, UUID child, UUID author, Collection<UUID> posts) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SHOW)
                        .setParameter("posts", posts.toArray(UUID[]::new))
                        .setParameter("visit", visit)
                        .setParameter("child", child)
                        .setParameter("author", author)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
