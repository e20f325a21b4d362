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
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Races;
import org.shouwang.register.Children;
import org.shouwang.register.HouseholdFacts;
import org.shouwang.register.Households;
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
            MissedFamilies missedFamilies,
            WriteAmendment amendment,
            Pool pool,
            Clock clock) {
        this.visits = visits;
        this.rows = rows;
        this.merge = merge;
        this.households = households;
        this.children = children;
        this.missedFamilies = missedFamilies;
        this.amendment = amendment;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<VisitView>> amend(UUID id, Result<BaseVersion> base, ObjectNode amendment, Caller caller) {
        return amend(id, base, amendment, caller, clock.instant());
    }

    /**
     * The same of an amendment that was made earlier, on a phone.
     *
     * @param madeAt when it was made: it is in time by that moment, however late it arrives
     */
    Uni<Result<VisitView>> amend(
            UUID id, Result<BaseVersion> base, ObjectNode amendment, Caller caller, Instant madeAt) {
        return caller.with(Right.VISIT_WRITE).then(able -> whoHears(id, amendment, able)
                .chain(hearing -> Races.again(() -> Panache.withTransaction(() -> visits.locked(id)
                        .chain(found -> amended(found, base, amendment, new Making(able, hearing, madeAt)))))));
    }

    /** Read before the transaction takes its connection, of the visit as it will be. */
    private Uni<Map<UUID, List<Holder>>> whoHears(UUID id, ObjectNode amendment, Caller caller) {
        return rows.byIds(pool, List.of(id)).chain(found -> found.stream()
                .filter(stored -> Amending.author(stored, caller) instanceof Result.Ok<Post>)
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
    private record Making(Caller caller, Map<UUID, List<Holder>> hearing, Instant madeAt) {}

    private Uni<Result<VisitView>> amended(
            Optional<StoredVisit> found, Result<BaseVersion> base, ObjectNode amendment, Making making) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Result.refused(Problem.NOT_FOUND));
        }
        StoredVisit stored = found.get();
        Caller caller = making.caller();
        return Amending.author(stored, caller).then(acting -> merge.merged(stored, amendment)
                .chain(merged -> merged.before().equals(merged.after())
                        ? unchanged(stored, caller)
                        : changed(stored, merged, base, new By(caller, acting, making.hearing()), making.madeAt())));
    }

    private static Uni<Result<VisitView>> unchanged(StoredVisit stored, Caller caller) {
        return Uni.createFrom()
                .item(VisitView.forCaller(stored, caller)
                        .map(Result::ok)
                        .orElseGet(() -> Result.refused(Problem.NOT_FOUND)));
    }

    private Uni<Result<VisitView>> changed(
            StoredVisit stored, Merged merged, Result<BaseVersion> base, By by, Instant madeAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return base.flatMap(version -> version.against(stored.visit().version))
                .flatMap(fresh -> Amending.stillOpen(stored.visit(), madeAt))
                .then(open -> children.facts(all(merged)).chain(facts -> household(stored)
                        .map(household -> Amending.into(stored, merged, household, facts, by.caller()))
                        .chain(form -> form.thenDo(after -> amendment.write(stored, after, facts, by, now)))));
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
