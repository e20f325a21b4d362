package org.shouwang.protection.incident;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.register.move.GoesWithChild;

/** Open incidents go with their child: who protects children there is told. Who answers for one stays until the county passes it on. */
@Singleton
class IncidentsOfChild implements GoesWithChild {

    private static final String OPEN = """
            select id from incident
            where child_id in (:children) and area_code = :from and stage <> 'CLOSED'
            order by id
            """;

    private final IncidentRepository incidents;
    private final Alarms alarms;

    IncidentsOfChild(IncidentRepository incidents, Alarms alarms) {
        this.incidents = incidents;
        this.alarms = alarms;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Uni<Void> follow(Moved moved) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OPEN, UUID.class)
                        .setParameter("children", moved.childIds())
                        .setParameter("from", moved.from().value())
                        .getResultList())
                .chain(found -> all(found, moved));
    }

    private Uni<Void> all(List<UUID> found, Moved moved) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (UUID id : found) {
            done = done.chain(() -> incidents.locked(id))
                    .chain(incident -> follow(Objects.requireNonNull(incident), moved));
        }
        return done;
    }

    private Uni<Void> follow(Incident incident, Moved moved) {
        incident.areaCode = moved.to();
        incident.touch(moved.at(), moved.caller().workerId());
        return incidents.write(incident).chain(() -> alarms.moved(incident, null));
    }
}
