package org.shouwang.visit.contact;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouwang.register.move.GoesWithChild;

/**
 * Contacts go with the child of whom they speak. One stays in the old village as long as another child of it lives there.
 */
@Singleton
class ContactsOfChild implements GoesWithChild {

    /** Those that go, held in the order of their ids like those of a village that is merged. */
    private static final String THERE = """
            select id from contact
            where id in (select contact_id from contact_child where child_id = any(cast(:children as uuid[])))
            order by id
            for update
            """;

    private static final String CHILDREN =
            "update contact_child set area_code = :to where child_id = any(cast(:children as uuid[]))";

    /** Also those whose own village stays get a new version: what they show differs. */
    private static final String CONTACTS = """
            update contact c
            set area_code = case
                when exists (select 1 from contact_child k where k.contact_id = c.id and k.area_code = c.area_code)
                then c.area_code else :to end
            where id = any(cast(:contacts as uuid[]))
            """;

    private static final String LEAVE = """
            select feed_remove(:from, 'contact', c.id, c.version)
            from contact c
            where c.id = any(cast(:contacts as uuid[]))
              and not exists (select 1 from contact_child k where k.contact_id = c.id and k.area_code = :from)
            order by c.id
            """;

    private static final String ENTER = """
            select feed_put(k.area_code, 'contact', c.id, c.version)
            from contact c
            cross join lateral (select distinct area_code from contact_child where contact_id = c.id) k
            where c.id = any(cast(:contacts as uuid[]))
            order by k.area_code, c.id
            """;

    @Override
    public int order() {
        return 31;
    }

    @Override
    public Uni<Void> follow(Moved moved) {
        UUID[] children = moved.childIds().toArray(UUID[]::new);
        return Panache.getSession().chain(session -> session.createNativeQuery(THERE, UUID.class)
                .setParameter("children", children)
                .getResultList()
                .chain(contacts ->
                        contacts.isEmpty() ? Uni.createFrom().voidItem() : follow(session, moved, children, contacts)));
    }

    private static Uni<Void> follow(Mutiny.Session session, Moved moved, UUID[] children, List<UUID> ids) {
        UUID[] contacts = ids.toArray(UUID[]::new);
        return session.createNativeQuery(CHILDREN)
                .setParameter("to", moved.to().value())
                .setParameter("children", children)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(CONTACTS)
                        .setParameter("to", moved.to().value())
                        .setParameter("contacts", contacts)
                        .executeUpdate())
                .chain(() -> session.createNativeQuery(LEAVE, Object.class)
                        .setParameter("from", moved.from().value())
                        .setParameter("contacts", contacts)
                        .getResultList())
                .chain(() -> session.createNativeQuery(ENTER, Object.class)
                        .setParameter("contacts", contacts)
                        .getResultList())
                .replaceWithVoid();
    }
}
