package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Races;

/** What units and offices do to a plan, under the version that was seen. Repeated, it is done once. */
@Singleton
class ActOnPlan {

    private final Units units;
    private final PlanRows rows;
    private final ItemRows items;
    private final SupervisionLedger ledger;
    private final TrailRows trail;
    private final Pool pool;

    ActOnPlan(Units units, PlanRows rows, ItemRows items, SupervisionLedger ledger, TrailRows trail, Pool pool) {
        this.units = units;
        this.rows = rows;
        this.items = items;
        this.ledger = ledger;
        this.trail = trail;
        this.pool = pool;
    }

    /** Refused with 404 out of scope, with 412 where others changed it since, with 409 by its status. */
    Uni<Result<PlanView>> act(UUID id, Result<BaseVersion> base, PlanAct act, Caller caller) {
        return caller.with(act.kind().right())
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.map(plan -> post(transaction, plan, act, caller)
                                        .chain(acting ->
                                                acting.then(post -> once(transaction, plan, base, act, caller, post))))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    private Uni<Result<Post>> post(SqlClient transaction, Plan plan, PlanAct act, Caller caller) {
        return act.kind().isUnits()
                ? units.speaking(transaction, plan.unitId(), caller)
                : Uni.createFrom().item(caller.acting(act.kind().right(), plan.area()));
    }

    private Uni<Result<PlanView>> once(
            SqlClient transaction, Plan plan, Result<BaseVersion> base, PlanAct act, Caller caller, Post post) {
        return ledger.isDone(transaction, SupervisionAct.of(plan.id(), act), caller)
                .chain(known -> known.then(done -> done
                        ? Uni.createFrom().item(Result.ok(PlanView.of(plan)))
                        : items.milestones(transaction, plan.id())
                                .map(milestones -> base.flatMap(version -> version.against(plan.version()))
                                        .flatMap(fresh -> PlanRules.next(plan.status(), act, milestones)))
                                .chain(next ->
                                        next.thenDo(status -> write(transaction, plan, status, act, caller, post)))));
    }

    private Uni<PlanView> write(
            SqlClient transaction, Plan plan, PlanStatus next, PlanAct act, Caller caller, Post post) {
        String action = "rectification-plan." + act.kind().name().toLowerCase(Locale.ROOT);
        Subject subject = new Subject(DraftPlan.SUBJECT, plan.id(), plan.area());
        MilestoneReport report = act.report();
        return rows.move(transaction, plan.id(), next, act)
                .chain(() ->
                        report == null ? Uni.createFrom().voidItem() : items.report(transaction, plan.id(), report))
                .chain(() -> ledger.write(transaction, SupervisionAct.of(plan.id(), act), caller, post))
                .chain(() -> trail.changed(transaction, caller.workerId(), post, action, List.of(subject)))
                .chain(() -> rows.find(transaction, plan.id()))
                .map(Optional::orElseThrow)
                .map(PlanView::of);
    }
}
