package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;

/** Opens a period again that was closed, until another day: units report, are reminded and are late by that day. */
@Singleton
class ReopenPeriod {

    private static final String KIND = "REOPEN";

    private final PeriodRows rows;
    private final PeriodLedger ledger;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    ReopenPeriod(PeriodRows rows, PeriodLedger ledger, TrailRows trail, Pool pool, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Refused with 409 where it is open: of two officers one wins. */
    Uni<Result<PeriodView>> reopen(UUID id, ReopeningForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.map(period -> caller.acting(Right.MONITORING_WRITE, period.area())
                                        .then(post -> once(transaction, period, form, caller, post)))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    private Uni<Result<PeriodView>> once(
            SqlClient transaction, CollectionPeriod period, ReopeningForm form, Caller caller, Post post) {
        return ledger.isDone(transaction, period.id(), form.id(), KIND, RequestHash.of(form), caller)
                .chain(known -> known.then(done -> done
                        ? Uni.createFrom().item(Result.ok(PeriodView.of(period)))
                        : check(period, form).thenDo(free -> write(transaction, period, form, caller, post))));
    }

    private Result<CollectionPeriod> check(CollectionPeriod period, ReopeningForm form) {
        if (period.closedOn() == null) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        return Result.unless(
                form.dueOn().isBefore(LocalDays.today(clock)) || form.dueOn().isBefore(period.openOn())
                        ? List.of(Violation.of("dueOn", "period-due-still"))
                        : List.of(),
                period);
    }

    private Uni<PeriodView> write(
            SqlClient transaction, CollectionPeriod period, ReopeningForm form, Caller caller, Post post) {
        Subject subject = new Subject(OpenPeriod.SUBJECT, period.id(), period.area());
        return ledger.reopened(transaction, period.id(), form, caller, post)
                .chain(() -> rows.reopen(transaction, period.id(), form.dueOn()))
                .chain(() -> trail.changed(
                        transaction, caller.workerId(), post, "collection-period.reopen", List.of(subject)))
                .chain(() -> rows.find(transaction, period.id()))
                .map(Optional::orElseThrow)
                .map(PeriodView::of);
    }
}
