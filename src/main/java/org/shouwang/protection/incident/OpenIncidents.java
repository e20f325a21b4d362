package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.record.SessionSql;

/** Incidents as other rooms of protection may know them: open to somebody, or not there. */
@Singleton
public class OpenIncidents {

    private static final String CUT = "select village_cut from incident where id = $1";

    private static final String KNOWN_AS = "select incident_id from incident_name where id = $1";

    private final IncidentRepository incidents;
    private final IncidentGrants grants;
    private final IncidentRows rows;

    OpenIncidents(IncidentRepository incidents, IncidentGrants grants, IncidentRows rows) {
        this.incidents = incidents;
        this.grants = grants;
        this.rows = rows;
    }

    /** Whether a post of this role sees no incident that is closed to villages. */
    public static boolean isVillages(RoleCode role) {
        return Standing.VILLAGE.contains(role);
    }

    public static String[] villageRoles() {
        return Standing.VILLAGE.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Whether the incident is closed to villages. Runs in the caller's session. */
    public Uni<Boolean> isClosedToVillages(UUID incident) {
        return SessionSql.rows(CUT, incident).map(found -> Boolean.TRUE.equals(found.get(0)[0]));
    }

    /** Those of the incidents that the caller sees. */
    public Uni<Set<UUID>> openTo(SqlClient client, Collection<UUID> ids, Caller caller) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : rows.standings(client, ids).map(found -> found.stream()
                        .filter(row -> row.standing(caller).sees())
                        .map(row -> row.incident().id)
                        .collect(Collectors.toSet()));
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
