package org.shouwang.staff.handover;

import java.time.Instant;
import java.util.UUID;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.staff.Posts.Holder;

/**
 * From whom to whom, as the rooms that own the records are told.
 *
 * @param from the appointment that ends
 * @param confirmedBy the worker who confirms it
 * @param request the request that asked for it
 */
public record Succession(UUID handoverId, UUID from, Holder to, UUID confirmedBy, Instant at, RequestHash request) {

    /** Whether whoever confirms takes over too. */
    public boolean isToConfirmer() {
        return to.workerId().equals(confirmedBy);
    }
}
