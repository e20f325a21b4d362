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

/** The trail of a handover or takeover: the post, and each record that changed hands, in one batch. */
@Singleton
class HandoverTrail {

    private final Trail trail;

    HandoverTrail(Trail trail) {
        this.trail = trail;
    }

    private record Entry(String action, Subject subject) {}

    /** Runs in the session of the use case, and writes out what it holds. */
    Uni<Void> changedHands(Caller caller, Post acting, String action, Subject post, List<Moved> moved) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(action, post));
        moved.forEach(kind -> kind.subjects().stream()
                .map(subject -> new Entry(kind.kind() + ".hand-over", subject))
                .forEach(entries::add));
        return Panache.getSession().chain(session -> {
            session.setBatchSize(entries.size());
            return written(caller, acting, entries).chain(session::flush);
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
