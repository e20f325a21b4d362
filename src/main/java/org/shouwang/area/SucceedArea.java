package org.shouwang.area;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Ends an area in favour of another one. What belongs to it is moved by {@link MoveBelongings}. */
@Singleton
class SucceedArea {

    private final Pool pool;
    private final TrailRows trail;
    private final Clock clock;

    SucceedArea(Pool pool, TrailRows trail, Clock clock) {
        this.pool = pool;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is stored now, and whether this request made it. */
    record Answer(SuccessionView view, boolean created) {}

    /** Stores it once; the same again is answered, another one of the same area is refused with 409. */
    Uni<Result<Answer>> succeed(AreaCode area, SuccessionForm form, Caller caller) {
        return caller.acting(Right.AREA_WRITE, area)
                .flatMap(post -> caller.may(Right.AREA_WRITE, form.successor())
                        ? Result.ok(post)
                        : Result.<Post>invalid("successor", "area-successor-lives"))
                .then(post -> pool.withTransaction(transaction -> new SuccessionRows(transaction)
                        .known(form.id(), area)
                        .chain(known -> known.isEmpty()
                                ? create(transaction, area, form, caller, post)
                                : Uni.createFrom().item(repeated(known, area, form)))));
    }

    private static Result<Answer> repeated(List<SuccessionView> known, AreaCode area, SuccessionForm form) {
        Optional<SuccessionView> same =
                known.stream().filter(one -> one.id().equals(form.id())).findFirst();
        if (same.isEmpty()) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        return same.get().repeats(area, form)
                ? Result.ok(new Answer(same.get(), false))
                : Result.refused(Problem.ID_REUSED);
    }

    private Uni<Result<Answer>> create(
            SqlConnection transaction, AreaCode area, SuccessionForm form, Caller caller, Post post) {
        SuccessionRows rows = new SuccessionRows(transaction);
        SuccessionView view = new SuccessionView(form.id(), area, form.successor(), form.on());
        return HostedAreas.disposable(transaction, post, LocalDays.today(clock), area, form.successor())
                .chain(able -> able.then(free -> checked(rows, area, form)))
                .chain(checked -> checked.thenDo(facts -> rows.insert(area, form, caller.workerId(), clock.instant())
                        .chain(() -> trail.changed(
                                transaction, caller.workerId(), post, "area.succeed", List.of(AreaSubject.of(area))))
                        .replaceWith(new Answer(view, true))));
    }

    private static Uni<Result<SuccessionRules.Facts>> checked(SuccessionRows rows, AreaCode area, SuccessionForm form) {
        return rows.facts(area, form)
                .map(found -> found.map(facts -> Result.unless(SuccessionRules.check(form, facts), facts))
                        .orElseGet(() -> Result.refused(Problem.NOT_FOUND)));
    }
}
