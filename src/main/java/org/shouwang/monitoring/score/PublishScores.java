package org.shouwang.monitoring.score;

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
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Races;

/** The committee office adjusts a draft and publishes it, under the version that was seen; then nothing of it changes any more. */
@Singleton
class PublishScores {

    private final ScoreRows rows;
    private final ScoreUnits units;
    private final ScoreRemarks remarks;
    private final TrailRows trail;
    private final Pool pool;

    PublishScores(ScoreRows rows, ScoreUnits units, ScoreRemarks remarks, TrailRows trail, Pool pool) {
        this.rows = rows;
        this.units = units;
        this.remarks = remarks;
        this.trail = trail;
        this.pool = pool;
    }

    private interface Act {
        Uni<Result<ScoreView>> on(SqlClient transaction, ScoreBook book, Post post);
    }

    private Uni<Result<ScoreView>> act(UUID id, Caller caller, Act act) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.map(book -> caller.acting(Right.MONITORING_WRITE, book.area())
                                        .then(post -> act.on(transaction, book, post)))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    /** Freezes scores and ranks; repeating it changes nothing. */
    Uni<Result<ScoreView>> publish(UUID id, Result<BaseVersion> base, ScoreActForm form, Caller caller) {
        return act(id, caller, (transaction, book, post) -> {
            if (form.id().equals(book.publicationId()) && caller.workerId().equals(book.publishedBy())) {
                return view(transaction, book.id()).map(Result::ok);
            }
            return rows.isUsed(transaction, form.id())
                    .map(used -> used ? Result.<ScoreBook>refused(Problem.ID_REUSED) : draft(book, base))
                    .chain(able -> able.thenDo(draft -> units.of(transaction, draft.id())
                            .chain(scored -> units.freeze(transaction, draft.id(), ScoreView.scores(scored)))
                            .chain(() -> rows.publish(transaction, draft, form, caller.workerId()))
                            .chain(() -> done(transaction, draft, "score.publish", caller, post))));
        });
    }

    /** Adds points to a unit or takes them; repeating it changes nothing. */
    Uni<Result<ScoreView>> adjust(UUID id, Result<BaseVersion> base, AdjustmentForm form, Caller caller) {
        return act(id, caller, (transaction, book, post) -> remarks.adjusted(transaction, form.id())
                .chain(known -> known.isPresent()
                        ? (known.get().book().equals(book.id()) && known.get().isBy(caller, form)
                                ? view(transaction, book.id()).map(Result::ok)
                                : Uni.createFrom().item(Result.refused(Problem.ID_REUSED)))
                        : draft(book, base)
                                .then(draft -> checked(transaction, draft, form))
                                .chain(able -> able.thenDo(draft -> remarks.adjust(
                                                transaction, draft.id(), form, caller, post)
                                        .chain(() -> rows.touch(transaction, draft.id()))
                                        .chain(() -> done(transaction, draft, "score.adjust", caller, post))))));
    }

    private static Result<ScoreBook> draft(ScoreBook book, Result<BaseVersion> base) {
        return base.flatMap(version -> version.against(book.version())).flatMap(fresh -> ScoreRules.asDraft(book));
    }

    private Uni<Result<ScoreBook>> checked(SqlClient transaction, ScoreBook book, AdjustmentForm form) {
        return units.of(transaction, book.id())
                .map(all -> all.stream()
                        .filter(one -> one.unitId().equals(form.unitId()))
                        .findFirst())
                .chain(unit -> remarks.adjustments(transaction, book.id(), form.unitId())
                        .map(before -> Result.unless(ScoreRules.adjust(unit, form.points(), before), book)));
    }

    private Uni<ScoreView> done(SqlClient transaction, ScoreBook book, String action, Caller caller, Post post) {
        Subject subject = new Subject(DraftScores.SUBJECT, book.id(), book.area());
        return trail.changed(transaction, caller.workerId(), post, action, List.of(subject))
                .chain(() -> view(transaction, book.id()));
    }

    private Uni<ScoreView> view(SqlClient transaction, UUID id) {
        return rows.find(transaction, id).map(Optional::orElseThrow).chain(book -> units.of(transaction, id)
                .map(scored -> ScoreView.of(book, scored, null)));
    }
}
