package org.shouwang.visit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Races;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;
import org.shouwang.register.household.HouseholdFacts;
import org.shouwang.register.household.Households;
import org.shouwang.register.move.Residences;
import org.shouwang.register.move.ResidencesThen;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.visit.VisitMerge.Merged;
import org.shouwang.visit.WriteAmendment.By;

/** Lets the author correct a visit; what it said before is kept. A repeated request finds nothing to change. */
@Singleton
class AmendVisit {

    private final VisitRepository visits;
    private final VisitRows rows;
    private final VisitMerge merge;
    private final Households households;
    private final Children children;
    private final ResidencesThen residences;
    private final MissedFamilies missedFamilies;
    private final WriteAmendment amendment;
    private final Pool pool;
    private final Clock clock;

    AmendVisit(
            VisitRepository visits,
            VisitRows rows,
            VisitMerge merge,
            Households households,
            Children children,
            ResidencesThen residences,
            MissedFamilies missedFamilies,
            WriteAmendment amendment,
            Pool pool,
            Clock clock) {
        this.visits = visits;
        this.rows = rows;
        this.merge = merge;
        this.households = households;
        this.children = children;
        this.residences = residences;
        this.missedFamilies = missedFamilies;
        this.amendment = amendment;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<VisitView>> amend(UUID id, Result<BaseVersion> base, ObjectNode amendment, Caller caller) {
        return amended(id, found -> base, amendment, caller, stored -> now())
                .map(result -> result.flatMap(after -> VisitView.forCaller(after, caller)
                        .map(Result::ok)
                        .orElseGet(() -> Result.refused(Problem.NOT_FOUND))));
    }

    private Uni<Then> now() {
        return Uni.createFrom().item(new Then(clock.instant(), Residences.OF_NOW));
    }

    /**
     * The same of an amendment that was made offline: it is in time by then, though it arrives late, and who was visited may have
     * moved away since. Nobody but its author amends a visit, so the newest version is the right base.
     */
    Uni<Result<Effect>> late(Operation operation, ObjectNode amendment, Caller caller) {
        return amended(
                        operation.record(),
                        stored -> Result.ok(new BaseVersion(stored.visit().version)),
                        amendment,
                        caller,
                        stored -> then(stored, operation))
                .map(result ->
                        result.map(after -> Effect.of(VisitFeed.KIND, operation.record(), after.visit().version)));
    }

    private Uni<Then> then(StoredVisit stored, Operation operation) {
        return Amending.canBeMade(stored.visit(), operation.doneAt(), clock.instant())
                ? residences
                        .of(visited(stored), stored.visit().householdId, operation)
                        .map(lived -> new Then(operation.doneAt(), lived))
                : now();
    }

    private static List<UUID> visited(StoredVisit stored) {
        return stored.children().stream().map(child -> child.childId).toList();
    }

    /** When an amendment was made, and where they lived then. */
    private record Then(Instant madeAt, Residences lived) {}

    private Uni<Result<StoredVisit>> amended(
            UUID id,
            Function<StoredVisit, Result<BaseVersion>> base,
            ObjectNode amendment,
            Caller caller,
            Function<StoredVisit, Uni<Then>> then) {
        return caller.with(Right.VISIT_WRITE).then(able -> whoHears(id, amendment, able)
                .chain(hearing -> Races.again(() -> Panache.withTransaction(() -> visits.locked(id)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                : then.apply(found.get())
                                        .chain(made -> amended(
                                                found.get(),
                                                base.apply(found.get()),
                                                amendment,
                                                new Making(able, hearing, made))))))));
    }

    /** Read before the transaction takes its connection, of the visit as it will be. */
    private Uni<Map<UUID, List<Holder>>> whoHears(UUID id, ObjectNode amendment, Caller caller) {
        return rows.byIds(pool, List.of(id)).chain(found -> found.stream()
                .filter(stored -> Amending.author(stored, caller, Residences.OF_NOW) instanceof Result.Ok<Post>)
                .findFirst()
                .map(stored -> merge.merged(stored, amendment)
                        .map(Merged::after)
                        .map(form -> MissedFamilies.isAttempt(form.method(), form.outcome())
                                ? form.childIds()
                                : List.<UUID>of())
                        .chain(missedFamilies::whoHears))
                .orElseGet(() -> Uni.createFrom().item(Map.of())));
    }

    /** Who makes an amendment, who hears of it, and when it was made. */
    private record Making(Caller caller, Map<UUID, List<Holder>> hearing, Then then) {}

    private Uni<Result<StoredVisit>> amended(
            StoredVisit stored, Result<BaseVersion> base, ObjectNode amendment, Making making) {
        Caller caller = making.caller();
        return Amending.author(stored, caller, making.then().lived()).then(acting -> merge.merged(stored, amendment)
                .chain(merged -> merged.before().equals(merged.after())
                        ? Uni.createFrom().item(Result.ok(stored))
                        : changed(stored, merged, base, new By(caller, acting, making.hearing()), making.then())));
    }

    private Uni<Result<StoredVisit>> changed(
            StoredVisit stored, Merged merged, Result<BaseVersion> base, By by, Then then) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return base.flatMap(version -> version.against(stored.visit().version))
                .flatMap(fresh -> Amending.stillOpen(stored.visit(), then.madeAt()))
                .then(open -> facts(merged).chain(facts -> household(stored)
                        .map(household -> Amending.into(stored, merged, household, facts, then.lived(), by.caller()))
                        .chain(form -> form.thenDo(after -> amendment.write(stored, after, facts, by, now)))));
    }

    private Uni<Map<UUID, ChildFacts>> facts(Merged merged) {
        return merged.after().setsLevels() ? children.factsToChange(all(merged)) : children.facts(all(merged));
    }

    private Uni<HouseholdFacts> household(StoredVisit stored) {
        return households.facts(stored.visit().householdId).map(Optional::orElseThrow);
    }

    private static Set<UUID> all(Merged merged) {
        Set<UUID> all = new HashSet<>(merged.before().childIds());
        all.addAll(merged.after().childIds());
        return all;
    }
}
