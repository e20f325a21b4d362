package org.shouwang.staff.handover;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Asks every room whether something of a post moves only by approval. Runs in the caller's session. */
@Singleton
class AwaitedApprovals {

    private final List<MovesByApproval> rooms;

    AwaitedApprovals(@All List<MovesByApproval> rooms) {
        this.rooms = rooms;
    }

    Uni<Boolean> any(UUID appointmentId) {
        Uni<Boolean> waits = Uni.createFrom().item(false);
        for (MovesByApproval room : rooms) {
            waits = waits.chain(so -> so ? Uni.createFrom().item(true) : room.waits(appointmentId));
        }
        return waits;
    }
}
