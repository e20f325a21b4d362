package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.feed.FeedWriter;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;
import org.shouwang.register.household.Households;
import org.shouwang.register.move.Residences;
import org.shouwang.register.move.ResidencesThen;
import org.shouwang.staff.Posts.Holder;

/** Records a visit once; repeating it answers the visit as it is now. */
@ApplicationScoped
class RecordVisit {

    private final VisitRepository visits;
    private final Households households;
    private final Children children;
    private final ResidencesThen residences;
    private final VisitListeners listeners;
    private final MissedFamilies missedFamilies;
    private final FeedWriter feed;
    private final Trail trail;
    private final Clock clock;

    RecordVisit(
            VisitRepository visits,
            Households households,
            Children children,
            ResidencesThen residences,
            VisitListeners listeners,
            MissedFamilies missedFamilies,
            FeedWriter feed,
            Trail trail,
            Clock clock) {
        this.visits = visits;
        this.households = households;
        this.children = children;
        this.residences = residences;
        this.listeners = listeners;
        this.missedFamilies = missedFamilies;
        this.feed = feed;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<Result<Stored<VisitView>>> record(UUID id, VisitForm form, Caller caller) {
        return record(id, form, caller, none -> Uni.createFrom().item(Residences.OF_NOW));
    }

    /** The same of a visit that was made offline: who was visited may have moved away since. */
    Uni<Result<Stored<VisitView>>> late(Operation operation, VisitForm form, Caller caller) {
        return record(
                operation.record(),
                form,
                caller,
                visited -> residences.of(visited.childIds(), visited.householdId(), operation));
    }

    /** Who is told of a family that is never at home is read before the transaction takes its connection. */
    private Uni<Result<Stored<VisitView>>> record(
            UUID id, VisitForm form, Caller caller, Function<VisitForm, Uni<Residences>> then) {
        boolean attempt = MissedFamilies.isAttempt(form.method(), form.outcome());
        return caller.with(Right.VISIT_WRITE).then(able -> missedFamilies
                .whoHears(attempt ? form.childIds() : List.of())
                .chain(hearing -> Panache.withTransaction(() -> recorded(id, form, able, then, hearing))));
    }

    private Uni<Result<Stored<VisitView>>> recorded(
            UUID id,
            VisitForm form,
            Caller caller,
            Function<VisitForm, Uni<Residences>> then,
            Map<UUID, List<Holder>> hearing) {
        RequestHash request = RequestHash.of(form);
        return visits.stored(id)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(repeated(found.get(), request, caller))
                        : accept(form, caller, then)
                                .chain(decision ->
                                        decision.thenDo(accepted -> write(id, accepted, request, caller, hearing))));
    }

    private static Result<Stored<VisitView>> repeated(StoredVisit found, RequestHash request, Caller caller) {
        return found.meets(request, caller).map(known -> VisitView.forCaller(found, caller)
                .map(view -> Stored.repeated(found.visit(), view))
                .orElseGet(() -> Stored.outOfScope(found.visit())));
    }

    private Uni<Result<AcceptedVisit>> accept(
            VisitForm form, Caller caller, Function<VisitForm, Uni<Residences>> then) {
        return facts(form).chain(known -> households.facts(form.householdId()).chain(household -> then.apply(form)
                .map(lived -> AcceptedVisit.decide(form, household, known, lived, caller, clock.instant()))));
    }

    private Uni<Map<UUID, ChildFacts>> facts(VisitForm form) {
        List<UUID> visited = form.childIds();
        if (visited.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return form.setsLevels() ? children.factsToChange(visited) : children.facts(visited);
    }

    private Uni<Stored<VisitView>> write(
            UUID id, AcceptedVisit accepted, RequestHash request, Caller caller, Map<UUID, List<Holder>> hearing) {
        StoredVisit stored =
                accepted.born(id, request, clock.instant().truncatedTo(ChronoUnit.MICROS), caller.workerId());
        Visit visit = stored.visit();
        RecordedVisit told = RecordedVisit.of(stored, accepted.children());
        List<Long> villages = stored.villages().map(AreaCode::value).toList();
        return visits.insert(stored)
                .chain(() -> trail.changed(
                        caller, accepted.acting(), "visit.record", new Subject("Visit", id, visit.areaCode)))
                .chain(() -> feed.put(villages, VisitFeed.KIND, id, visit.version))
                .chain(() -> missedFamilies.tell(told, hearing))
                .chain(() -> listeners.recorded(told, caller, accepted.acting()))
                .map(done -> new Stored<>(
                        id,
                        visit.version,
                        true,
                        VisitView.forCaller(stored, caller).orElse(null)));
    }
}
