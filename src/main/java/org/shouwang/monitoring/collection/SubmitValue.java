package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.evidence.AttachEvidence;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;

/** The liaison of the unit that leads reports a value once; repeating it answers the value as it is now. */
@Singleton
class SubmitValue {

    static final String SUBJECT = "INDICATOR_VALUE";

    /** Where the form names evidence files. */
    static final String FILES = "figures.evidenceFileIds";

    private final Catalogues catalogues;
    private final Units units;
    private final ResponsibilityRows lines;
    private final PeriodRows periods;
    private final ValueRows rows;
    private final ValueLedger ledger;
    private final AttachEvidence evidence;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    SubmitValue(
            Catalogues catalogues,
            Units units,
            ResponsibilityRows lines,
            PeriodRows periods,
            ValueRows rows,
            ValueLedger ledger,
            AttachEvidence evidence,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.catalogues = catalogues;
        this.units = units;
        this.lines = lines;
        this.periods = periods;
        this.rows = rows;
        this.ledger = ledger;
        this.evidence = evidence;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Refused with 404 where the unit that leads is not the caller's. */
    Uni<Result<Stored<ValueView>>> submit(UUID id, ValueForm form, Caller caller) {
        return caller.with(Right.UNIT_REPORT_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.isPresent()
                                ? repeat(transaction, found.get(), form, caller)
                                : made(transaction, id, form, caller)))));
    }

    private Uni<Result<Stored<ValueView>>> repeat(
            SqlClient transaction, IndicatorValue found, ValueForm form, Caller caller) {
        return units.speaking(transaction, found.unitId(), caller).map(speaker -> Known.decide(
                        speaker instanceof Result.Ok<Post>,
                        RequestHash.of(form).matches(found.requestHash().getBytes()),
                        caller.workerId().equals(found.createdBy()))
                .map(known -> new Stored<>(
                        found.id(),
                        found.version(),
                        false,
                        known == Known.REPEATED ? ValueView.of(found, null, caller) : null)));
    }

    /** The line is held, so that it is not withdrawn meanwhile and two do not report for it. */
    private Uni<Result<Stored<ValueView>>> made(SqlClient transaction, UUID id, ValueForm form, Caller caller) {
        return lines.locked(transaction, form.responsibilityId()).chain(found -> found.map(line -> units.speaking(
                                transaction, line.unitId(), caller)
                        .chain(speaker -> speaker.then(post -> checked(transaction, id, form, line, caller, post))))
                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))));
    }

    private Uni<Result<Stored<ValueView>>> checked(
            SqlClient transaction, UUID id, ValueForm form, Responsibility line, Caller caller, Post post) {
        Catalogue catalogue = catalogues.on(LocalDays.today(clock));
        Indicator indicator = catalogue.find(line.indicatorCode()).orElseThrow();
        return periods.kept(transaction, form.periodId())
                .chain(period -> rows.isThere(transaction, form.periodId(), line)
                        .chain(there -> rows.townships(transaction, line, form.periodId())
                                .map(townships -> violations(form, line, indicator, period, there, townships))))
                .chain(found -> evidence.check(
                                transaction, FILES, form.figures().evidenceFileIds(), line.unitId())
                        .map(files -> Result.unless(
                                Stream.of(found, files).flatMap(List::stream).toList(), indicator)))
                .chain(able -> able.thenDo(known -> insert(transaction, id, form, line, known, caller, post)));
    }

    private List<Violation> violations(
            ValueForm form,
            Responsibility line,
            Indicator indicator,
            Optional<CollectionPeriod> period,
            boolean there,
            TownshipSum townships) {
        List<Violation> found = new ArrayList<>();
        if (!line.isLead()) {
            found.add(Violation.of("responsibilityId", "value-of-lead"));
        }
        if (period.filter(one -> one.isFor(line)).isEmpty()) {
            found.add(Violation.of("periodId", "value-period-known"));
        } else if (!period.get().takes(LocalDays.today(clock))) {
            found.add(Violation.of(
                    "periodId", period.get().closedOn() == null ? "value-period-not-open" : "value-period-closed"));
        }
        if (period.filter(one -> !one.isFor(indicator)).isPresent()) {
            found.add(Violation.of("periodId", "value-not-due"));
        }
        if (there) {
            found.add(Violation.of("responsibilityId", "value-once"));
        }
        boolean quarter = period.filter(CollectionPeriod::isQuarter).isPresent();
        found.addAll(ValueRules.check(form.figures(), indicator, quarter));
        found.addAll(townships.check(form.figures(), false));
        return found;
    }

    private Uni<Stored<ValueView>> insert(
            SqlClient transaction,
            UUID id,
            ValueForm form,
            Responsibility line,
            Indicator indicator,
            Caller caller,
            Post post) {
        BigDecimal value =
                indicator.value(form.figures().numerator(), form.figures().denominator());
        ValueAct act = new ValueAct(id, ValueActKind.SUBMIT, null, form.figures());
        Subject subject = new Subject(SUBJECT, id, line.area());
        return rows.supersede(transaction, id, form.periodId(), line)
                .chain(() -> rows.insert(
                        transaction, id, form, line, indicator.catalogueVersion(), value, caller.workerId()))
                .chain(() -> evidence.attach(transaction, form.figures().evidenceFileIds()))
                .chain(() -> ledger.write(transaction, id, 1, act, value, caller, post))
                .chain(() ->
                        trail.changed(transaction, caller.workerId(), post, "indicator-value.submit", List.of(subject)))
                .chain(() -> rows.find(transaction, id))
                .map(Optional::orElseThrow)
                .map(stored -> new Stored<>(id, stored.version(), true, ValueView.of(stored, null, caller)));
    }
}
