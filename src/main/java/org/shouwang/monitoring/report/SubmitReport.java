package org.shouwang.monitoring.report;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.PeriodRows;
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
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;

/** The liaison hands in the report of the own unit; the same document again changes nothing, another one is another version. */
@Singleton
class SubmitReport {

    private static final String SUBJECT = "REPORT_SUBMISSION";
    private static final String FILE = "reportFileId";

    private final Units units;
    private final PeriodRows periods;
    private final ReportRows rows;
    private final AttachEvidence evidence;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    SubmitReport(
            Units units,
            PeriodRows periods,
            ReportRows rows,
            AttachEvidence evidence,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.units = units;
        this.periods = periods;
        this.rows = rows;
        this.evidence = evidence;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Refused with 404 where the unit is not the caller's or owes nothing in the period. */
    Uni<Result<Stored<ReportView>>> submit(UUID period, UUID unit, ReportForm form, Caller caller) {
        return caller.with(Right.UNIT_REPORT_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> units.speaking(
                                transaction, unit, caller)
                        .chain(speaker -> speaker.then(post -> periods.kept(transaction, period)
                                .chain(found -> found.map(one -> owed(transaction, one, unit, form, caller, post))
                                        .orElseGet(
                                                () -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))))));
    }

    private Uni<Result<Stored<ReportView>>> owed(
            SqlClient transaction, CollectionPeriod period, UUID unit, ReportForm form, Caller caller, Post post) {
        return rows.owes(transaction, period, unit)
                .chain(owes -> owes
                        ? rows.files(transaction, period.id(), unit)
                                .chain(files -> files.contains(form.reportFileId())
                                        ? stored(transaction, period, unit, false)
                                                .map(Result::ok)
                                        : another(transaction, period, unit, form, files.size() + 1, caller, post))
                        : Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)));
    }

    private Uni<Result<Stored<ReportView>>> another(
            SqlClient transaction,
            CollectionPeriod period,
            UUID unit,
            ReportForm form,
            int version,
            Caller caller,
            Post post) {
        return rows.isUsed(transaction, form.reportFileId())
                .chain(used -> evidence.check(transaction, FILE, List.of(form.reportFileId()), unit)
                        .map(found -> Result.unless(violations(period, used, found), form)))
                .chain(able -> able.thenDo(sent -> write(transaction, period, unit, sent, version, caller, post)));
    }

    private List<Violation> violations(CollectionPeriod period, boolean used, List<Violation> incomplete) {
        List<Violation> found = new ArrayList<>(incomplete);
        if (used && incomplete.isEmpty()) {
            found.add(Violation.of(FILE, "report-file-once"));
        }
        if (!period.takes(LocalDays.today(clock))) {
            found.add(Violation.of(
                    "periodId", period.closedOn() == null ? "value-period-not-open" : "value-period-closed"));
        }
        return found;
    }

    private Uni<Stored<ReportView>> write(
            SqlClient transaction,
            CollectionPeriod period,
            UUID unit,
            ReportForm form,
            int version,
            Caller caller,
            Post post) {
        Subject subject = new Subject(SUBJECT, form.reportFileId(), period.area());
        return evidence.attach(transaction, List.of(form.reportFileId()))
                .chain(() -> rows.insert(transaction, period.id(), unit, version, form.reportFileId(), caller, post))
                .chain(() -> trail.changed(transaction, caller.workerId(), post, "report.submit", List.of(subject)))
                .chain(() -> stored(transaction, period, unit, true));
    }

    private Uni<Stored<ReportView>> stored(SqlClient client, CollectionPeriod period, UUID unit, boolean created) {
        return rows.one(client, period.id(), unit)
                .map(Optional::orElseThrow)
                .map(view -> new Stored<>(unit, view.version(), created, view));
    }
}
