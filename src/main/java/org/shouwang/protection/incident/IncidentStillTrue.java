package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.StillTrue;

/** A push about an incident goes out only while the incident is open to the post, and, where it calls for somebody, untaken. */
@Singleton
class IncidentStillTrue implements StillTrue {

    private static final String OPEN = """
            select g.incident_id, g.appointment_id, i.taken_at is not null as taken
            from incident_grant g join incident i on i.id = g.incident_id
            where g.incident_id = any($1) and g.revoked_at is null and i.stage <> 'CLOSED'
            """;

    private final Pool pool;

    IncidentStillTrue(Pool pool) {
        this.pool = pool;
    }

    /** A post to which an incident is open. */
    private record Reader(UUID incidentId, UUID appointmentId) {}

    /** @param taken whether somebody has taken the incident; null where it is not open to the post, or is closed */
    static boolean holds(Told told, @Nullable Boolean taken) {
        return taken != null && !(taken && IncidentNotices.CALLS.contains(told.event()));
    }

    @Override
    public String subjectType() {
        return IncidentNotices.SUBJECT;
    }

    @Override
    public Uni<Set<UUID>> outdated(Collection<Told> told) {
        UUID[] ids = told.stream().map(Told::subjectId).distinct().toArray(UUID[]::new);
        return pool.preparedQuery(OPEN).execute(Tuple.of(ids)).map(rows -> {
            Map<Reader, Boolean> taken = new HashMap<>();
            rows.forEach(row -> taken.put(
                    new Reader(row.getUUID("incident_id"), row.getUUID("appointment_id")), row.getBoolean("taken")));
            return told.stream()
                    .filter(one -> !holds(one, taken.get(new Reader(one.subjectId(), one.appointmentId()))))
                    .map(Told::notificationId)
                    .collect(Collectors.toSet());
        });
    }
}
