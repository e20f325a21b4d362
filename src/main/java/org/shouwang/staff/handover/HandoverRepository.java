package org.shouwang.staff.handover;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Handovers and the appointments that they end, in the session of the use case. */
@Singleton
class HandoverRepository implements PanacheRepositoryBase<Handover, UUID> {

    private static final String END = """
            update appointment set status = 'ENDED', ended_on = :on, end_reason = :reason where id = :id
            """;

    private static final String ADD_ITEMS = """
            insert into handover_item (handover_id, kind, item_id)
            select :handover, kind, item_id
            from unnest(cast(:kinds as text[]), cast(:ids as uuid[])) as i(kind, item_id)
            """;

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
