package org.shouwang.staff.handover;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.staff.handover.AllBelongings.Moved;
import org.shouwang.staff.handover.HandoverDecision.Accepted;

/** The trail of a handover: the post, and each record that changed hands, in one batch. */
@Singleton
class HandoverTrail {

    private final Trail trail;

    HandoverTrail(Trail trail) {
        this.trail = trail;
    }

    private record Entry(String action, Subject subject) {}

    /** Runs in the session of the handover, and writes out what it holds. */
    Uni<Void> handedOver(Caller caller, Accepted accepted, List<Moved> moved) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(
                "appointment.hand-over",
                new Subject(
                        "APPOINTMENT",
                        accepted.leaving().id(),
                        accepted.leaving().area())));
        moved.forEach(kind -> kind.subjects().stream()
                .map(subject -> new Entry(kind.kind() + ".hand-over", subject))
                .forEach(entries::add));
        return Panache.getSession().chain(session -> {
            session.setBatchSize(entries.size());
            return written(caller, accepted.acting(), entries).chain(session::flush);
        });
    }

    /** A loop and no chain: thousands of links would be as many calls in each other. */
    private Uni<Void> written(Caller caller, Post acting, List<Entry> entries) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> trail.changed(caller, acting, entry.action(), entry.subject()))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
