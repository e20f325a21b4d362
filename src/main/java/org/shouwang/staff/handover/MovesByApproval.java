package org.shouwang.staff.handover;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * Records that belong to appointments and do not go over with a handover, since somebody above approves each of them. A room
 * implements it as a bean.
 */
public interface MovesByApproval {

    /** Whether something open belongs to this appointment still. Runs in the caller's session, which holds the appointment. */
    Uni<Boolean> waits(UUID appointmentId);
}
