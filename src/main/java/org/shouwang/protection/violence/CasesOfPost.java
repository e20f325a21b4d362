package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.staff.handover.MovesByApproval;

/** A post ends when the lead has passed on each open case for which it answers (roles and law, section 7). */
@Singleton
class CasesOfPost implements MovesByApproval {

    private static final String OPEN =
            "select 1 from violence_case where responsible_appointment_id = $1 and closed_at is null limit 1";

    @Override
    public Uni<Boolean> waits(UUID appointmentId) {
        return SessionSql.rows(OPEN, appointmentId).map(found -> !found.isEmpty());
    }
}
