package org.shouwang.staff.handover;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Handovers and the appointments that they end, in the session of the use case. */
@Singleton
class HandoverRepository implements PanacheRepositoryBase<Handover, UUID> {

    /** Whoever gives something to the post waits (V024), or is waited for. */
    private static final String HOLD_LEAVING = "select status from appointment where id = :id for no key update";

    private static final String HOLD_RECEIVER = "select status from appointment where id = :id for share";

    private static final String ENDED = "ENDED";

    private static final String END = """
            update appointment set status = 'ENDED', ended_on = :on, end_reason = :reason where id = :id
            """;

    private static final String ADD_ITEMS = """
            insert into handover_item (handover_id, kind, item_id)
            select :handover, kind, item_id
            from unnest(cast(:kinds as text[]), cast(:ids as uuid[])) as i(kind, item_id)
            """;

    private record Hold(UUID appointment, String statement) {}

    /**
     * Holds both appointments until the transaction ends: in the order of their ids, so that two handovers to and from each
     * other do not wait in a ring.
     *
     * @return whether neither has ended
     */
    Uni<Boolean> hold(UUID leaving, Optional<UUID> receiver) {
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

    private Uni<Boolean> inForce(Hold hold) {
        return getSession()
                .chain(session -> session.createNativeQuery(hold.statement(), String.class)
                        .setParameter("id", hold.appointment())
                        .getSingleResult())
                .map(status -> !status.equals(ENDED));
    }

    Uni<Void> addItems(UUID handover, List<HandoverItem> items) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return getSession()
                .chain(session -> session.createNativeQuery(ADD_ITEMS)
                        .setParameter("handover", handover)
                        .setParameter(
                                "kinds", items.stream().map(HandoverItem::kind).toArray(String[]::new))
                        .setParameter(
                                "ids", items.stream().map(HandoverItem::id).toArray(UUID[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The post is over: from the next request on it allows nothing. */
    Uni<Void> end(Handover handover) {
        return getSession()
                .chain(session -> session.createNativeQuery(END)
                        .setParameter("id", handover.fromAppointmentId)
                        .setParameter("on", handover.endedOn)
                        .setParameter("reason", handover.endReason.name())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
