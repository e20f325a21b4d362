package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Shows what a visit said before it was amended, to whoever may read it, and notes in the access log who looked. */
@ApplicationScoped
class ReadVersions {

    private final VisitRepository visits;
    private final VisitHistory history;
    private final Trail trail;

    ReadVersions(VisitRepository visits, VisitHistory history, Trail trail) {
        this.visits = visits;
        this.history = history;
        this.trail = trail;
    }

    /** The visit as it is now, and before it each version that was amended, newest first. */
    @WithTransaction
    Uni<Result<Page<VisitView>>> read(UUID id, Caller caller) {
        return visits.stored(id)
                .map(found -> caller.with(Right.VISIT_READ)
                        .flatMap(able -> found.filter(stored -> stored.visibleTo(able))
                                .map(Result::ok)
                                .orElseGet(() -> Result.refused(Problem.NOT_FOUND))))
                .chain(seen -> seen.thenDo(stored -> history.of(stored)
                        .map(earlier -> Stream.concat(Stream.of(stored), earlier.stream())
                                .flatMap(version -> VisitView.forCaller(version, caller).stream())
                                .toList())
                        .call(views -> log(stored, views, caller))
                        .map(views -> new Page<>(views, null))));
    }

    private Uni<Void> log(StoredVisit stored, List<VisitView> views, Caller caller) {
        List<UUID> children = views.stream()
                .flatMap(view -> view.children().stream())
                .map(VisitChildView::childId)
                .distinct()
                .toList();
        return Look.of(stored, caller)
                .map(look -> trail.looked(caller, look.post(), "visit.versions", look.subject(), children, look.why()))
                .orElseThrow();
    }
}
