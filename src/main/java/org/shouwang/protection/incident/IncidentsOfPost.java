package org.shouwang.protection.incident;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.shouwang.staff.handover.MovesByApproval;

/** A post ends when the county has passed on each open incident for which it answers (roles and law, section 7). */
@Singleton
class IncidentsOfPost implements MovesByApproval {

    private static final String OPEN = """
            select exists (select 1 from incident where responsible_appointment_id = :appointment and stage <> 'CLOSED')
            """;

    @Override
    public Uni<Boolean> waits(UUID appointmentId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(OPEN, Boolean.class)
                .setParameter("appointment", appointmentId)
                .getSingleResult());
    }
}
