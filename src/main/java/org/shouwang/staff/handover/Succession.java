package org.shouwang.staff.handover;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.staff.Posts.Holder;

/**
 * From whom to whom, as the rooms that own the records are told.
 *
 * @param id of the handover or takeover
 * @param from the appointment that ends or stood in; empty where a post was vacant and nobody stood in
 * @param filledAgain the areas of a vacant post that is filled again: only what was held for it moves, and what belongs to
 *     nobody there. Empty where all that belongs to {@code from} moves
 * @param confirmedBy the worker who confirms it
 * @param request the request that asked for it
 */
public record Succession(
        UUID id,
        Optional<UUID> from,
        Holder to,
        Optional<AreaRanges> filledAgain,
        UUID confirmedBy,
        Instant at,
        RequestHash request) {

    /** Whether whoever confirms takes over too. */
    public boolean isToConfirmer() {
        return to.workerId().equals(confirmedBy);
    }
}
