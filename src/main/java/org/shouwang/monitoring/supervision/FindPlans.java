package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.supervision.LetterRows.Wanted;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Plans as somebody sees them: offices those of their areas that were submitted, a liaison those of the own unit. */
@Singleton
class FindPlans {

    private final Units units;
    private final PlanRows rows;
    private final ItemRows items;
    private final SupervisionLedger ledger;
    private final Pool pool;

    FindPlans(Units units, PlanRows rows, ItemRows items, SupervisionLedger ledger, Pool pool) {
        this.units = units;
        this.rows = rows;
        this.items = items;
        this.ledger = ledger;
        this.pool = pool;
    }

    Uni<Result<PlanView>> one(UUID id, Caller caller) {
        return units.sight(caller)
                .chain(seen ->
                        seen.then(sight -> rows.find(pool, id).chain(plan -> plan.filter(one -> isSeen(one, sight))
                                .map(one -> whole(one, caller).map(Result::ok))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))))));
    }

    private Uni<PlanView> whole(Plan plan, Caller caller) {
        return items.of(pool, plan.id(), isNamed(plan.area(), caller))
                .chain(all -> ledger.of(pool, SupervisionAct.Subject.PLAN, plan.id())
                        .map(history -> PlanView.of(plan, all, history)));
    }

    private static boolean isNamed(AreaCode area, Caller caller) {
        return caller.sees(Right.MONITORING_READ, FieldClass.P, area)
                || caller.posts().stream().anyMatch(post -> post.reaches(Right.UNIT_REPORT_READ, FieldClass.P));
    }

    private static boolean isSeen(Plan plan, Sight sight) {
        return sight.units().stream().anyMatch(unit -> unit.id().equals(plan.unitId()))
                || (plan.status() != PlanStatus.DRAFT && sight.areas().contains(plan.area()));
    }

    Uni<Result<Page<PlanView>>> list(Wanted wanted, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(3);
        return units.sight(caller)
                .chain(seen -> seen.thenDo(sight -> rows.list(pool, sight, wanted, after, page.limit() + 1)
                        .map(plans -> plans.stream().map(PlanView::of).toList())
                        .map(plans -> Page.of(
                                plans,
                                page.limit(),
                                last -> Cursor.of(last.areaCode(), last.indicatorCode(), last.id())))));
    }
}
