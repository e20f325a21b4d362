package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Shows one visit and notes in the access log who looked. */
@ApplicationScoped
class ReadVisit {

    private final VisitRepository visits;
    private final Trail trail;

    ReadVisit(VisitRepository visits, Trail trail) {
        this.visits = visits;
        this.trail = trail;
    }

    @WithTransaction
    Uni<Result<VisitView>> read(UUID id, Caller caller) {
        return visits.stored(id)
                .map(found -> caller.with(Right.VISIT_READ)
                        .flatMap(able -> found.flatMap(stored -> Look.of(stored, able))
                                .map(Result::ok)
                                .orElse(Result.refused(Problem.NOT_FOUND))))
                .chain(result -> result.thenDo(look -> trail.looked(
                                caller, look.post(), "visit.read", look.subject(), look.children(), look.why())
                        .replaceWith(look.view())));
    }
}
