package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.collection.ValueListener.Published;
import org.shouwang.monitoring.evidence.AttachEvidence;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Races;

/**
 * Returns, reviews, publishes and corrects a value, takes it back and reports it again: under the version that was seen, so that of two officers
 * one wins. Repeated, it is done once.
 */
@Singleton
class ActOnValue {

    private final Catalogues catalogues;
    private final Units units;
    private final ResponsibilityRows lines;
    private final PeriodRows periods;
    private final ValueRows rows;
    private final ValueLedger ledger;
    private final MoveValue move;
    private final AttachEvidence evidence;
    private final Pool pool;

    ActOnValue(
            Catalogues catalogues,
            Units units,
            ResponsibilityRows lines,
            PeriodRows periods,
            ValueRows rows,
            ValueLedger ledger,
            MoveValue move,
            AttachEvidence evidence,
            Pool pool) {
        this.catalogues = catalogues;
        this.units = units;
        this.lines = lines;
        this.periods = periods;
        this.rows = rows;
        this.ledger = ledger;
        this.move = move;
        this.evidence = evidence;
        this.pool = pool;
    }

    /** Refused with 404 out of scope, with 412 where others changed it since, with 409 by its status. */
    Uni<Result<ValueView>> act(UUID id, Result<BaseVersion> base, ValueAct act, Caller caller) {
        return caller.with(act.kind().right())
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.map(value -> post(transaction, value, act, caller)
                                        .chain(acting ->
                                                acting.then(post -> once(transaction, value, base, act, caller, post))))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    private Uni<Result<Post>> post(SqlClient transaction, IndicatorValue value, ValueAct act, Caller caller) {
        return act.kind().isUnits()
                ? units.speaking(transaction, value.unitId(), caller)
                : Uni.createFrom().item(caller.acting(act.kind().right(), value.area()));
    }

    private Uni<Result<ValueView>> once(
            SqlClient transaction,
            IndicatorValue value,
            Result<BaseVersion> base,
            ValueAct act,
            Caller caller,
            Post post) {
        return ledger.isDone(transaction, value.id(), act, caller)
                .chain(known -> known.then(done -> done
                        ? Uni.createFrom().item(Result.ok(ValueView.of(value, null, caller)))
                        : base.flatMap(version -> version.against(value.version()))
                                .flatMap(fresh -> next(value, act))
                                .then(next -> with(transaction, value)
                                        .chain(context -> checked(transaction, context, act, caller)
                                                .chain(able -> able.thenDo(free ->
                                                        move.move(transaction, context, act, next, caller, post)))))));
    }

    private static Result<ValueStatus> next(IndicatorValue value, ValueAct act) {
        return ValueMoves.after(value.status(), act.kind())
                .map(Result::ok)
                .orElseGet(() -> Result.refused(new Refusal(
                        Problem.STATE_CONFLICT,
                        List.of(Violation.of(
                                "status", "value-status", value.status().name())))));
    }

    /** A value with what it belongs to. */
    record Context(Published published, Indicator indicator) {

        IndicatorValue value() {
            return published.value();
        }
    }

    private Uni<Context> with(SqlClient transaction, IndicatorValue value) {
        Indicator indicator = catalogues
                .find(value.catalogueVersion())
                .flatMap(catalogue -> catalogue.find(value.indicatorCode()))
                .orElseThrow();
        return lines.locked(transaction, value.responsibilityId()).chain(line -> periods.kept(
                        transaction, value.periodId())
                .map(period -> new Context(new Published(value, period.orElseThrow(), line.orElseThrow()), indicator)));
    }

    private Uni<Result<Context>> checked(SqlClient transaction, Context context, ValueAct act, Caller caller) {
        Figures sent = act.figures();
        return rows.townships(
                        transaction,
                        context.published().line(),
                        context.published().period().id())
                .map(townships -> violations(context, act, townships, caller))
                .chain(found -> evidence.check(
                                transaction,
                                SubmitValue.FILES,
                                sent == null ? null : sent.evidenceFileIds(),
                                context.value().unitId())
                        .map(files -> Result.unless(
                                Stream.of(found, files).flatMap(List::stream).toList(), context)));
    }

    private static List<Violation> violations(Context context, ValueAct act, TownshipSum townships, Caller caller) {
        List<Violation> found = new ArrayList<>();
        if (!act.kind().isBack() && !context.published().line().isLead()) {
            found.add(Violation.of("id", "value-of-lead"));
        }
        if (act.kind() == ValueActKind.REVIEW
                && caller.workerId().equals(context.value().submittedBy())) {
            found.add(Violation.of("id", "value-own-review"));
        }
        if ((context.value().status() == ValueStatus.OPEN || act.kind() == ValueActKind.TAKE_BACK)
                && context.published().period().closedOn() != null) {
            found.add(Violation.of("id", "value-period-closed"));
        }
        Figures sent = act.figures();
        if (sent != null) {
            found.addAll(ValueRules.check(
                    sent, context.indicator(), context.published().period().isQuarter()));
        }
        if (!act.kind().isBack()) {
            found.addAll(townships.check(
                    sent == null ? context.value().figures() : sent,
                    act.kind() != ValueActKind.RESUBMIT
                            && context.published().period().closedOn() == null));
        }
        return found;
    }
}
