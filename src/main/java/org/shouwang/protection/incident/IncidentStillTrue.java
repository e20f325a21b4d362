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

/**
 * A push about an incident goes out only while the incident is visible to the post, and, where it calls for somebody, untaken. Of
 * one that is closed only what its author has to say still is worth waking anybody.
 */
@Singleton
class IncidentStillTrue implements StillTrue {

    private static final String OPEN = """
            select g.incident_id, g.appointment_id,
                   case when i.stage = 'CLOSED' then 'CLOSED' when i.taken_at is null then 'WAITING' else 'TAKEN' end as call
            from incident_grant g join incident i on i.id = g.incident_id
            where g.incident_id = any($1) and g.revoked_at is null
            """;

    private final Pool pool;

    IncidentStillTrue(Pool pool) {
        this.pool = pool;
    }

    /** A post to which an incident is open. */
    private record Reader(UUID incidentId, UUID appointmentId) {}

    /** Whether an incident still calls for somebody who takes it. */
    private enum Call {
        WAITING,
        TAKEN,
        CLOSED;

        boolean allows(String event) {
            return switch (this) {
                case WAITING -> true;
                case TAKEN -> !IncidentNotices.CALLS.contains(event);
                case CLOSED -> event.equals(IncidentNotices.ADDED);
            };
        }
    }

    private static boolean holds(Told told, @Nullable Call call) {
        return call != null && call.allows(told.event());
    }

    @Override
    public String subjectType() {
        return IncidentNotices.SUBJECT;
    }

    @Override
    public Uni<Set<UUID>> outdated(Collection<Told> told) {
        UUID[] ids = told.stream().map(Told::subjectId).distinct().toArray(UUID[]::new);
        return pool.preparedQuery(OPEN).execute(Tuple.of(ids)).map(rows -> {
            Map<Reader, Call> calls = new HashMap<>();
            rows.forEach(row -> calls.put(
                    new Reader(row.getUUID("incident_id"), row.getUUID("appointment_id")),
                    Call.valueOf(row.getString("call"))));
            return told.stream()
                    .filter(one -> !holds(one, calls.get(new Reader(one.subjectId(), one.appointmentId()))))
                    .map(Told::notificationId)
                    .collect(Collectors.toSet());
        });
    }
}
