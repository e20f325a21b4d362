package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.notification.StillTrue;

/** A push about an incident goes out only while the incident is open to the post, and, where it calls for somebody, untaken. */
@Singleton
class IncidentStillTrue implements StillTrue {

    private static final String OPEN = """
            select g.incident_id || '/' || g.appointment_id as reader, i.taken_at is not null as taken
            from incident_grant g join incident i on i.id = g.incident_id
            where g.incident_id = any($1) and g.revoked_at is null and i.stage <> 'CLOSED'
            """;

    private final Pool pool;

    IncidentStillTrue(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String subjectType() {
        return IncidentNotices.SUBJECT;
    }

    @Override
    public Uni<Set<UUID>> outdated(Collection<Told> told) {
        UUID[] ids = told.stream().map(Told::subjectId).distinct().toArray(UUID[]::new);
        return pool.preparedQuery(OPEN).execute(Tuple.of(ids)).map(rows -> {
            Set<String> open = new HashSet<>();
            Set<String> taken = new HashSet<>();
            rows.forEach(row -> (row.getBoolean("taken") ? taken : open).add(row.getString("reader")));
            return told.stream()
                    .filter(one -> {
                        String reader = one.subjectId() + "/" + one.appointmentId();
                        return !open.contains(reader) && (IncidentNotices.CALLS.contains(one.event()) || !taken.contains(reader));
                    })
                    .map(Told::notificationId)
                    .collect(Collectors.toSet());
        });
    }
}
