package org.shouwang.visit;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.feed.FeedWriter;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.ChildFacts;
import org.shouwang.register.Children;
import org.shouwang.register.Households;

/** Records a visit once; repeating it answers the visit as it is now. */
@ApplicationScoped
class RecordVisit {

    private final VisitRepository visits;
    private final Households households;
    private final Children children;
    private final List<VisitListener> listeners;
    private final FeedWriter feed;
    private final Trail trail;
    private final Clock clock;

    RecordVisit(
            VisitRepository visits,
            Households households,
            Children children,
            @All List<VisitListener> listeners,
            FeedWriter feed,
            Trail trail,
            Clock clock) {
        this.visits = visits;
        this.households = households;
        this.children = children;
        this.listeners = listeners;
        this.feed = feed;
        this.trail = trail;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Result<Stored<VisitView>>> record(UUID id, VisitForm form, Caller caller) {
        RequestHash request = RequestHash.of(form);
        return Uni.createFrom()
                .item(caller.with(Right.VISIT_WRITE))
                .chain(right -> right.then(able -> visits.stored(id)
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(repeated(found.get(), request, able))
                                : accept(form, able)
                                        .chain(decision ->
                                                decision.thenDo(accepted -> write(id, accepted, request, able))))));
    }

    private static Result<Stored<VisitView>> repeated(StoredVisit found, RequestHash request, Caller caller) {
        return found.meets(request, caller).map(known -> VisitView.forCaller(found, caller)
                .map(view -> Stored.repeated(found.visit(), view))
                .orElseGet(() -> Stored.outOfScope(found.visit())));
    }

    private Uni<Result<AcceptedVisit>> accept(VisitForm form, Caller caller) {
        return households.facts(form.householdId()).chain(household -> facts(form.childIds())
                .map(known -> AcceptedVisit.decide(form, household, known, caller, clock.instant())));
    }

    private Uni<Map<UUID, ChildFacts>> facts(List<UUID> childIds) {
        return childIds.isEmpty() ? Uni.createFrom().item(Map.of()) : children.facts(childIds);
    }

    private Uni<Stored<VisitView>> write(UUID id, AcceptedVisit accepted, RequestHash request, Caller caller) {
        StoredVisit stored =
                accepted.born(id, request, clock.instant().truncatedTo(ChronoUnit.MICROS), caller.workerId());
        Visit visit = stored.visit();
        List<Long> villages = stored.villages().map(AreaCode::value).toList();
        return visits.insert(stored)
                .chain(() -> trail.changed(
                        caller, accepted.acting(), "visit.record", new Subject("Visit", id, visit.areaCode)))
                .chain(() -> feed.put(villages, VisitFeed.KIND, id, visit.version))
                .chain(() -> tell(accepted.told(stored), accepted, caller))
                .map(done -> new Stored<>(
                        id,
                        visit.version,
                        true,
                        VisitView.forCaller(stored, caller).orElse(null)));
    }

    private Uni<Void> tell(RecordedVisit recorded, AcceptedVisit accepted, Caller caller) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (VisitListener listener : listeners) {
            told = told.chain(() -> listener.recorded(recorded, caller, accepted.acting()));
        }
        return told;
    }
}
