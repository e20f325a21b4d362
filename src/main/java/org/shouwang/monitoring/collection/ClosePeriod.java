package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;

/** Closes a period: units report nothing more, what they have reported is still reviewed, published and corrected. */
@Singleton
class ClosePeriod {

    private static final String KIND = "CLOSE";

    private final PeriodRows rows;
    private final PeriodLedger ledger;
    private final TrailRows trail;
    private final Pool pool;

    ClosePeriod(PeriodRows rows, PeriodLedger ledger, TrailRows trail, Pool pool) {
        this.rows = rows;
        this.ledger = ledger;
        this.trail = trail;
        this.pool = pool;
    }

    Uni<Result<PeriodView>> close(UUID id, ClosingForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.map(period -> closed(transaction, period, form, caller))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    private Uni<Result<PeriodView>> closed(
            SqlClient transaction, CollectionPeriod period, ClosingForm form, Caller caller) {
        return caller.acting(Right.MONITORING_WRITE, period.area())
                .then(post -> ledger.isDone(transaction, period.id(), form.id(), KIND, RequestHash.of(form), caller)
                        .chain(known -> known.then(done -> done
                                ? Uni.createFrom().item(Result.ok(PeriodView.of(period)))
                                : period.closedOn() == null
                                        ? write(transaction, period, form, caller, post)
                                        : Uni.createFrom().item(Result.refused(Problem.STATE_CONFLICT)))));
    }

    private Uni<Result<PeriodView>> write(
            SqlClient transaction, CollectionPeriod period, ClosingForm form, Caller caller, Post post) {
        Subject subject = new Subject(OpenPeriod.SUBJECT, period.id(), period.area());
        return rows.close(transaction, period.id(), form.id(), caller.workerId())
                .chain(() -> ledger.closed(transaction, period.id(), form, caller, post))
                .chain(() -> trail.changed(
                        transaction, caller.workerId(), post, "collection-period.close", List.of(subject)))
                .chain(() -> rows.find(transaction, period.id()))
                .map(Optional::orElseThrow)
                .map(PeriodView::of)
                .map(Result::ok);
    }
}
