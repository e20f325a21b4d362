package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.record.SessionSql;

/** Incidents as other rooms of protection may know them: open to somebody, or not there. */
@Singleton
public class OpenIncidents {

    private static final String KNOWN_AS = "select incident_id from incident_name where id = $1";

    private final IncidentRepository incidents;
    private final IncidentGrants grants;

    OpenIncidents(IncidentRepository incidents, IncidentGrants grants) {
        this.incidents = incidents;
        this.grants = grants;
    }

    /** The incident that clients know under this id, where the caller sees it. Runs in the caller's session. */
    public Uni<Optional<UUID>> openTo(UUID id, Caller caller) {
        return SessionSql.rows(KNOWN_AS, id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : incidents.findById((UUID) found.get(0)[0]).chain(incident -> grants.standing(incident, caller)
                                .map(standing -> Optional.of(incident.id).filter(seen -> standing.sees()))));
    }
}
