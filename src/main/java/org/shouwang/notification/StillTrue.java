package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Whether a notice still asks something of the worker when its push is about to go out: hours may have passed. Implemented
 * by the room whose records the notices are about.
 */
public interface StillTrue {

    /** The kind of record, as notices name it, such as {@code task}. */
    String subjectType();

    /** The notices of these about which nothing is to be done any more, or not by whom they were told. */
    Uni<Set<UUID>> outdated(Collection<Told> told);

    /**
     * The notices of these of which the worker has shown otherwise that they are known, by taking the work for example: nobody
     * need be sent after them, though there is something to be done still.
     */
    default Uni<Set<UUID>> known(Collection<Told> told) {
        return Uni.createFrom().item(Set.of());
    }

    /** What a worker was told. */
    record Told(UUID notificationId, String event, UUID subjectId, UUID appointmentId) {}
}
