package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets the room above say to whom the red flags of a visit are shown, once they are a case: also of a child that an amendment
 * leaves out, since the versions before tell of it. Runs in the caller's session.
 */
@Singleton
public class FlagReaders {

    private static final String SHOW = """
            insert into visit_flags_shown (visit_id, child_id, posts)
            select v.id, :child, cast(:posts as uuid[]) from visit v where v.id = :visit and v.created_by = :author
            on conflict (visit_id, child_id) do update set posts = excluded.posts
            """;

    private static final String SHOWN = """
            select f.child_id, p.post
            from visit_flags_shown f left join lateral unnest(f.posts) as p(post) on true
            where f.visit_id = :visit
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

    /** By child: the posts that are shown what any version of the visit says of danger to it. */
    Uni<Map<UUID, Set<UUID>>> of(UUID visit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SHOWN, Object[].class)
                        .setParameter("visit", visit)
                        .getResultList())
                .map(FlagReaders::byChild);
    }

    private static Map<UUID, Set<UUID>> byChild(List<Object[]> rows) {
        Map<UUID, Set<UUID>> shown = new HashMap<>();
        for (Object[] row : rows) {
            Set<UUID> posts = shown.computeIfAbsent((UUID) row[0], child -> new TreeSet<>());
            @Nullable UUID post = (UUID) row[1];
            if (post != null) {
                posts.add(post);
            }
        }
        return shown;
    }
}
