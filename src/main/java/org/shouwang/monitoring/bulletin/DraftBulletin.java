package org.shouwang.monitoring.bulletin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.PeriodRows;
import org.shouwang.monitoring.supervision.Redraft;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
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
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;

/** The committee office drafts the bulletin of a period; until it goes out another draft may take its place. */
@Singleton
class DraftBulletin {

    static final String SUBJECT = "BULLETIN";

    private final PeriodRows periods;
    private final BulletinRows rows;
    private final TrailRows trail;
    private final Pool pool;

    DraftBulletin(PeriodRows periods, BulletinRows rows, TrailRows trail, Pool pool) {
        this.periods = periods;
        this.rows = rows;
        this.trail = trail;
        this.pool = pool;
    }

    /** Refused with 409 where the period has a bulletin already, or the one to replace is not out or has another in its place. */
    Uni<Result<Stored<BulletinView>>> draft(UUID id, Result<BaseVersion> base, BulletinForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.isPresent()
                                ? again(transaction, found.get(), base, form, caller)
                                : periods.find(transaction, form.periodId())
                                        .chain(period -> made(transaction, id, period, form, caller))))));
    }

    private record Decided(Redraft redraft, Post post) {}

    private Uni<Result<Stored<BulletinView>>> again(
            SqlClient transaction, Bulletin bulletin, Result<BaseVersion> base, BulletinForm form, Caller caller) {
        boolean same = RequestHash.of(form).matches(bulletin.requestHash().getBytes());
        boolean ofTheSame =
                bulletin.periodId().equals(form.periodId()) && Objects.equals(bulletin.replaces(), form.replaces());
        return caller.acting(Right.MONITORING_WRITE, bulletin.area())
                .flatMap(post -> ofTheSame
                        ? Redraft.decide(
                                        same,
                                        bulletin.status() == BulletinStatus.DRAFT,
                                        bulletin.status(),
                                        "bulletin-status",
                                        base,
                                        bulletin.version())
                                .map(decided -> new Decided(decided, post))
                        : Result.refused(Problem.ID_REUSED))
                .thenDo(decided -> (decided.redraft() == Redraft.REPEATED
                                ? Uni.createFrom().voidItem()
                                : rows.redraft(transaction, bulletin.id(), form)
                                        .chain(() -> written(
                                                transaction, bulletin.id(), bulletin.area(), caller, decided.post())))
                        .chain(() -> stored(transaction, bulletin.id(), false)));
    }

    private Uni<Result<Stored<BulletinView>>> made(
            SqlClient transaction, UUID id, Optional<CollectionPeriod> found, BulletinForm form, Caller caller) {
        return found.map(period -> caller.acting(Right.MONITORING_WRITE, period.area())
                        .then(post -> check(transaction, form).map(checked -> checked.map(free -> post)))
                        .chain(able -> able.thenDo(post -> rows.insert(transaction, id, form, period, caller.workerId())
                                .chain(() -> written(transaction, id, period.area(), caller, post))
                                .chain(() -> stored(transaction, id, true)))))
                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)));
    }

    /** The one that is replaced is held, so that it gets one in its place. */
    private Uni<Result<BulletinForm>> check(SqlClient transaction, BulletinForm form) {
        UUID replaced = form.replaces();
        return (replaced == null
                        ? Uni.createFrom().item(true)
                        : rows.locked(transaction, replaced)
                                .map(old -> old.filter(one -> one.status() == BulletinStatus.ISSUED
                                                && one.periodId().equals(form.periodId()))
                                        .isPresent()))
                .chain(possible -> possible
                        ? rows.isTaken(transaction, form)
                                .map(taken -> taken ? conflict("periodId", "bulletin-once") : Result.ok(form))
                        : Uni.createFrom().item(conflict("replaces", "bulletin-replaces-issued")));
    }

    private static Result<BulletinForm> conflict(String field, String rule) {
        return Result.refused(new Refusal(Problem.STATE_CONFLICT, List.of(Violation.of(field, rule))));
    }

    private Uni<Void> written(SqlClient transaction, UUID id, AreaCode area, Caller caller, Post post) {
        return trail.changed(
                transaction, caller.workerId(), post, "bulletin.draft", List.of(new Subject(SUBJECT, id, area)));
    }

    private Uni<Stored<BulletinView>> stored(SqlClient transaction, UUID id, boolean created) {
        return rows.find(transaction, id)
                .map(Optional::orElseThrow)
                .map(bulletin -> new Stored<>(id, bulletin.version(), created, BulletinView.of(bulletin, null)));
    }
}
