package org.shouwang.monitoring.bulletin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.bulletin.BulletinContent.UnitRow;
import org.shouwang.monitoring.bulletin.BulletinRows.Issue;
import org.shouwang.monitoring.collection.PeriodRows;
import org.shouwang.monitoring.supervision.OfficeNumbers;
import org.shouwang.monitoring.supervision.OfficeNumbers.Series;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Races;

/** Issues a draft or gives it up, under the version that was seen, so that of two officers one wins. Repeated, it is done once. */
@Singleton
class ActOnBulletin {

    private final PeriodRows periods;
    private final BulletinRows rows;
    private final BulletinLedger ledger;
    private final CompileBulletin compile;
    private final BulletinDocument document;
    private final OfficeNumbers numbers;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    ActOnBulletin(
            PeriodRows periods,
            BulletinRows rows,
            BulletinLedger ledger,
            CompileBulletin compile,
            BulletinDocument document,
            OfficeNumbers numbers,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.periods = periods;
        this.rows = rows;
        this.ledger = ledger;
        this.compile = compile;
        this.document = document;
        this.numbers = numbers;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Refused with 404 out of scope, with 412 where others changed it since, with 409 where it is no draft. */
    Uni<Result<BulletinView>> act(UUID id, Result<BaseVersion> base, UUID act, BulletinActKind kind, Caller caller) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.map(bulletin -> caller.acting(Right.MONITORING_WRITE, bulletin.area())
                                        .then(post -> once(transaction, bulletin, base, act, kind, caller, post)))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    private Uni<Result<BulletinView>> once(
            SqlClient transaction,
            Bulletin bulletin,
            Result<BaseVersion> base,
            UUID act,
            BulletinActKind kind,
            Caller caller,
            Post post) {
        return ledger.isDone(transaction, bulletin.id(), act, kind, caller)
                .chain(known -> known.then(done -> done
                        ? Uni.createFrom().item(Result.ok(BulletinView.of(bulletin, null)))
                        : base.flatMap(version -> version.against(bulletin.version()))
                                .flatMap(fresh -> draft(bulletin))
                                .thenDo(free -> write(transaction, bulletin, act, kind, caller, post))));
    }

    private static Result<Bulletin> draft(Bulletin bulletin) {
        return bulletin.status() == BulletinStatus.DRAFT
                ? Result.ok(bulletin)
                : Result.refused(new Refusal(
                        Problem.STATE_CONFLICT,
                        List.of(Violation.of(
                                "status", "bulletin-status", bulletin.status().name()))));
    }

    private Uni<BulletinView> write(
            SqlClient transaction, Bulletin bulletin, UUID act, BulletinActKind kind, Caller caller, Post post) {
        String action = "bulletin." + kind.name().toLowerCase(Locale.ROOT);
        Subject subject = new Subject(DraftBulletin.SUBJECT, bulletin.id(), bulletin.area());
        return (kind == BulletinActKind.ISSUE
                        ? issue(transaction, bulletin, post)
                        : rows.withdraw(transaction, bulletin.id()))
                .chain(() -> ledger.write(transaction, bulletin.id(), act, kind, caller, post))
                .chain(() -> trail.changed(transaction, caller.workerId(), post, action, List.of(subject)))
                .chain(() -> rows.find(transaction, bulletin.id()))
                .map(Optional::orElseThrow)
                .map(now -> BulletinView.of(now, null));
    }

    private Uni<Void> issue(SqlClient transaction, Bulletin bulletin, Post post) {
        LocalDate today = LocalDays.today(clock);
        return periods.find(transaction, bulletin.periodId())
                .map(Optional::orElseThrow)
                .chain(period -> compile.content(transaction, period, bulletin.ranked()))
                .chain(content -> numbers.next(transaction, Series.BULLETIN, post.appointmentId(), today.getYear())
                        .chain(number -> rows.issue(
                                transaction,
                                bulletin,
                                new Issue(
                                        number,
                                        Series.BULLETIN.text(today.getYear(), number),
                                        today,
                                        content.catalogueVersion(),
                                        document.write(content)),
                                content.units().stream().map(UnitRow::unitId).toArray(UUID[]::new))));
    }
}
