package org.shouwang.staff.handover;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Holds appointments until the caller's transaction ends. */
@Singleton
class AppointmentHolds {

    /** Whoever gives something to the post waits (V024), or is waited for. */
    private static final String HOLD_LEAVING = "select status from appointment where id = :id for no key update";

    private static final String HOLD_RECEIVER = "select status from appointment where id = :id for share";

    private static final String ENDED = "ENDED";

    private record Hold(UUID appointment, String statement) {}

    /**
     * Holds both in the order of their ids, so that two handovers to and from each other do not wait in a ring.
     *
     * @return whether neither has ended
     */
    Uni<Boolean> both(UUID leaving, Optional<UUID> receiver) {
        List<Hold> holds = Stream.concat(
                        Stream.of(new Hold(leaving, HOLD_LEAVING)),
                        receiver.map(id -> new Hold(id, HOLD_RECEIVER)).stream())
                .sorted(Comparator.comparing(Hold::appointment))
                .toList();
        Uni<Boolean> held = Uni.createFrom().item(true);
        for (Hold hold : holds) {
            held = held.chain(so -> inForce(hold).map(inForce -> so && inForce));
        }
        return held;
    }

    /** Whether the post has not ended, and will not before the transaction does. */
    Uni<Boolean> receiver(UUID appointment) {
        return inForce(new Hold(appointment, HOLD_RECEIVER));
    }

    private static Uni<Boolean> inForce(Hold hold) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(hold.statement(), String.class)
                        .setParameter("id", hold.appointment())
                        .getSingleResult())
                .map(status -> !status.equals(ENDED));
    }
}
