package org.shouwang.protection.incident;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Incidents in the session of a use case. */
@Singleton
class IncidentRepository implements PanacheRepositoryBase<Incident, UUID> {

    private static final String KNOWN_AS = "select incident_id from incident_name where id = :id";
    private static final String OF_VISIT = """
            select id from incident
            where visit_id = :visit and child_id = :child and created_by = :author
            """;

    private static final String OPEN_OF = """
            select id from incident
            where child_id = :child and stage in ('DISCOVERED', 'REPORTED', 'ACCEPTED_BY_AUTHORITY')
            order by received_at desc, id
            """;

    private static final String UNLESS_HELD = "select id from incident where id = :id for update skip locked";
    private static final String OF_ANOTHER = """
            select exists (select 1 from incident
                           where visit_id = :visit and child_id = :child and created_by = :author and id <> :id)
            """;

    private final IncidentTexts texts;

    IncidentRepository(IncidentTexts texts) {
        this.texts = texts;
    }

    /** The incident that clients know under this id, held until the transaction ends. */
    Uni<@Nullable Incident> knownAs(UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery(KNOWN_AS, UUID.class)
                        .setParameter("id", id)
                        .getResultList())
                .chain(found -> found.isEmpty() ? Uni.createFrom().nullItem() : locked(found.get(0)));
    }

    /** The incident that this author saw of the child in the visit, held until the transaction ends. */
    Uni<@Nullable Incident> ofVisit(@Nullable UUID visit, @Nullable UUID child, UUID author) {
        if (visit == null || child == null) {
            return Uni.createFrom().nullItem();
        }
        return getSession()
                .chain(session -> session.createNativeQuery(OF_VISIT, UUID.class)
                        .setParameter("visit", visit)
                        .setParameter("child", child)
                        .setParameter("author", author)
                        .getResultList())
                .chain(found -> found.isEmpty() ? Uni.createFrom().nullItem() : locked(found.get(0)));
    }

    /** Incidents of the child that go on, the newest first. Served by incident_child. */
    Uni<List<UUID>> openOf(UUID child) {
        return getSession().chain(session -> session.createNativeQuery(OPEN_OF, UUID.class)
                .setParameter("child", child)
                .getResultList());
    }

    /** Whether what was seen of the child in the visit is another incident of the same author already. */
    Uni<Boolean> isAnothers(@Nullable UUID visit, @Nullable UUID child, Incident incident) {
        if (visit == null || child == null) {
            return Uni.createFrom().item(false);
        }
        return getSession().chain(session -> session.createNativeQuery(OF_ANOTHER, Boolean.class)
                .setParameter("visit", visit)
                .setParameter("child", child)
                .setParameter("author", incident.createdBy)
                .setParameter("id", incident.id)
                .getSingleResult());
    }

    Uni<@Nullable Incident> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(found -> Optional.ofNullable(found).map(texts::opened).orElse(null));
    }

    /** The same; null where somebody else holds it at this moment. */
    Uni<@Nullable Incident> lockedUnlessHeld(UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery(UNLESS_HELD, UUID.class)
                        .setParameter("id", id)
                        .getResultList())
                .chain(free -> free.isEmpty() ? Uni.createFrom().nullItem() : locked(id));
    }

    /** Writes it with its texts closed. */
    Uni<Void> write(Incident incident) {
        texts.close(incident);
        return persistAndFlush(incident).replaceWithVoid();
    }
}
