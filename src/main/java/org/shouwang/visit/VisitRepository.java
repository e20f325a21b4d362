package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Visits on the session of a use case; lists and the feed read through {@link VisitRows}. */
@Singleton
class VisitRepository implements PanacheRepositoryBase<Visit, UUID> {

    private static final String ADD_MEMBERS =
            "insert into visit_member (visit_id, member_id) select :visit, member from unnest(cast(:members as uuid[])) member";

    private static final String MEMBERS = "select member_id from visit_member where visit_id = :visit";

    private static final String REMOVE_MEMBERS = "delete from visit_member where visit_id = :visit";

    private static final String LEAVE =
            "select feed_remove(scope, :kind, :id, :version) from unnest(cast(:scopes as bigint[])) scope";

    private final VisitTexts texts;

    VisitRepository(VisitTexts texts) {
        this.texts = texts;
    }

    Uni<Optional<StoredVisit>> stored(UUID id) {
        return findById(id).chain(this::opened);
    }

    /** The visit, held against every other change until the transaction ends. */
    Uni<Optional<StoredVisit>> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).chain(this::opened);
    }

    private Uni<Optional<StoredVisit>> opened(@Nullable Visit visit) {
        return visit == null
                ? Uni.createFrom().item(Optional.<StoredVisit>empty())
                : withParts(visit).map(texts::opened).map(Optional::of);
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

    /** Writes what was changed in the objects of a locked visit, whose children and women may be others than before. */
    Uni<Void> update(StoredVisit before, StoredVisit after) {
        texts.close(after);
        Object[] added = after.children().stream()
                .filter(child -> !before.children().contains(child))
                .toArray();
        Object[] gone = before.children().stream()
                .filter(child -> !after.children().contains(child))
                .toArray();
        return Panache.getSession().chain(session -> session.removeAll(gone)
                .chain(() -> session.persistAll(added))
                .chain(session::flush)
                .chain(() -> before.memberIds().equals(after.memberIds())
                        ? Uni.createFrom().voidItem()
                        : replaceMembers(session, after)));
    }

    private static Uni<Void> replaceMembers(Mutiny.Session session, StoredVisit stored) {
        return session.createNativeQuery(REMOVE_MEMBERS)
                .setParameter("visit", stored.visit().id)
                .executeUpdate()
                .chain(() -> addMembers(session, stored));
    }

    /** Takes the visit out of the scopes in which it does not stand any more. */
    Uni<Void> leave(Collection<Long> scopes, Visit visit) {
        if (scopes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LEAVE, Object.class)
                        .setParameter("kind", VisitFeed.KIND)
                        .setParameter("id", visit.id)
                        .setParameter("version", visit.version)
                        .setParameter("scopes", scopes.stream().sorted().toArray(Long[]::new))
                        .getResultList())
                .replaceWithVoid();
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
