package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Visits on the session of a use case; lists and the feed read through {@link VisitRows}. */
@Singleton
class VisitRepository implements PanacheRepositoryBase<Visit, UUID> {

    private static final String ADD_MEMBERS =
            "insert into visit_member (visit_id, member_id) select :visit, member from unnest(cast(:members as uuid[])) member";

    private static final String MEMBERS = "select member_id from visit_member where visit_id = :visit";

    private final VisitTexts texts;

    VisitRepository(VisitTexts texts) {
        this.texts = texts;
    }

    Uni<Optional<StoredVisit>> stored(UUID id) {
        return findById(id)
                .chain(visit -> visit == null
                        ? Uni.createFrom().item(Optional.<StoredVisit>empty())
                        : withParts(visit).map(texts::opened).map(Optional::of));
    }

    private static Uni<StoredVisit> withParts(Visit visit) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from VisitChild where visitId = :visit", VisitChild.class)
                        .setParameter("visit", visit.id)
                        .getResultList()
                        .chain(children ->
                                members(session, visit.id).map(members -> new StoredVisit(visit, children, members))));
    }

    private static Uni<List<UUID>> members(Mutiny.Session session, UUID visit) {
        return session.createNativeQuery(MEMBERS, UUID.class)
                .setParameter("visit", visit)
                .getResultList();
    }

    /** Writes a new visit: one statement for the visit, one batch for its children, one for its women. */
    Uni<Void> insert(StoredVisit stored) {
        texts.close(stored);
        Object[] children = stored.children().toArray();
        return Panache.getSession().chain(session -> session.setBatchSize(Math.max(1, children.length))
                .persist(stored.visit())
                .chain(() -> session.persistAll(children))
                .chain(session::flush)
                .chain(() -> addMembers(session, stored)));
    }

    private static Uni<Void> addMembers(Mutiny.Session session, StoredVisit stored) {
        if (stored.memberIds().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(ADD_MEMBERS)
                .setParameter("visit", stored.visit().id)
                .setParameter("members", stored.memberIds().toArray(UUID[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }
}
