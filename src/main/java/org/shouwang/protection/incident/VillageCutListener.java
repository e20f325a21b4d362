package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.staff.Posts.Holder;

/** A room whose records follow incidents: told when an incident is closed to villages, in the session and transaction of that act. */
public interface VillageCutListener {

    /**
     * Closes to villages what follows the incident.
     *
     * @param above who stands above the village there; empty where nobody does
     */
    Uni<Void> cut(UUID incident, Optional<Holder> above, Caller caller);
}
