package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.http.Cursor;
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

    /**
     * The visit as it is now, and before it each version that was amended, newest first.
     *
     * @param after the last version that was shown; empty on the first page
     */
    @WithTransaction
    Uni<Result<Page<VisitView>>> read(UUID id, Caller caller, Optional<Cursor> after, int limit) {
        return visits.stored(id)
                .map(found -> caller.with(Right.VISIT_READ)
                        .flatMap(able -> found.filter(stored -> stored.visibleTo(able))
                                .map(Result::ok)
                                .orElseGet(() -> Result.refused(Problem.NOT_FOUND))))
                .chain(seen -> seen.thenDo(stored -> versions(stored, after, limit)
                        .map(rows -> Page.of(rows, limit, last -> Cursor.of(last.visit().version)))
                        .chain(page -> shown(stored, page, caller))));
    }

    /** One more than a page holds. */
    private Uni<List<StoredVisit>> versions(StoredVisit stored, Optional<Cursor> after, int limit) {
        return after.map(last -> history.of(stored, last.part(0, Integer::parseInt), limit + 1))
                .orElseGet(() -> history.of(stored, stored.visit().version, limit)
                        .map(earlier -> Stream.concat(Stream.of(stored), earlier.stream())
                                .toList()));
    }

    private Uni<Page<VisitView>> shown(StoredVisit stored, Page<StoredVisit> page, Caller caller) {
        List<VisitView> views = page.items().stream()
                .flatMap(version -> VisitView.forCaller(version, caller).stream())
                .toList();
        return log(stored, views, caller).replaceWith(new Page<>(views, page.next()));
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
