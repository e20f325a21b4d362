package org.shouwang.monitoring.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.score.UnitScoreView.Objection;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;

/** A unit objects to its score (申诉), and the office answers; an upheld objection asks for another edition. Each is done once. */
@Singleton
class ObjectToScore {

    static final String SUBJECT = "SCORE_OBJECTION";

    private final Units speakers;
    private final ScoreRows rows;
    private final ScoreUnits units;
    private final ScoreRemarks remarks;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    ObjectToScore(
            Units speakers,
            ScoreRows rows,
            ScoreUnits units,
            ScoreRemarks remarks,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.speakers = speakers;
        this.rows = rows;
        this.units = units;
        this.remarks = remarks;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Refused with 404 where the unit is not the caller's or not in the book, with 409 too late or twice. */
    Uni<Result<Objection>> object(UUID id, ObjectionForm form, Caller caller) {
        return caller.with(Right.UNIT_REPORT_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(
                        transaction -> rows.locked(transaction, id).chain(found -> found.filter(book -> !book.isDraft())
                                .map(book -> speakers.speaking(transaction, form.unitId(), caller)
                                        .chain(speaker ->
                                                speaker.then(post -> object(transaction, book, form, caller, post))))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    private Uni<Result<Objection>> object(
            SqlClient transaction, ScoreBook book, ObjectionForm form, Caller caller, Post post) {
        return remarks.objection(transaction, form.id())
                .chain(known -> known.isPresent()
                        ? Uni.createFrom()
                                .item(
                                        known.get().made().book().equals(book.id())
                                                        && known.get().made().isBy(caller, form)
                                                ? Result.ok(known.get().view())
                                                : Result.refused(Problem.ID_REUSED))
                        : units.of(transaction, book.id())
                                .map(all -> all.stream()
                                        .anyMatch(one -> one.unitId().equals(form.unitId())))
                                .chain(there -> there
                                        ? remarks.objection(transaction, book, form.unitId())
                                                .map(before -> ScoreRules.object(
                                                        book, before.isPresent(), LocalDays.today(clock)))
                                        : Uni.createFrom().item(Result.<ScoreBook>refused(Problem.NOT_FOUND)))
                                .chain(able -> able.thenDo(free -> remarks.object(transaction, book, form, caller, post)
                                        .chain(() -> trail.changed(
                                                transaction,
                                                caller.workerId(),
                                                post,
                                                "score-objection.make",
                                                List.of(new Subject(SUBJECT, form.id(), book.area()))))
                                        .chain(() -> now(transaction, form.id())))));
    }

    Uni<Result<Objection>> answer(UUID id, AnswerForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> remarks.objection(transaction, id)
                        .chain(found -> found.map(objection -> caller.acting(Right.MONITORING_WRITE, objection.area())
                                        .then(post -> answer(transaction, objection, form, caller, post)))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    private Uni<Result<Objection>> answer(
            SqlClient transaction, ScoreRemarks.Stored objection, AnswerForm form, Caller caller, Post post) {
        UUID id = objection.view().id();
        if (objection.answered().isPresent()) {
            boolean same = objection.answerId().equals(Optional.of(form.id()))
                    && objection.answered().get().isBy(caller, form);
            return Uni.createFrom()
                    .item(same ? Result.ok(objection.view()) : ScoreRules.conflict("objection-answered"));
        }
        return remarks.isAnswer(transaction, form.id())
                .map(used -> used ? Result.<UUID>refused(Problem.ID_REUSED) : Result.ok(id))
                .chain(free -> free.thenDo(now -> written(transaction, objection, form, caller, post)));
    }

    private Uni<Objection> written(
            SqlClient transaction, ScoreRemarks.Stored objection, AnswerForm form, Caller caller, Post post) {
        UUID id = objection.view().id();
        return remarks.answer(transaction, id, form, caller)
                .chain(() -> trail.changed(
                        transaction,
                        caller.workerId(),
                        post,
                        "score-objection.answer",
                        List.of(new Subject(SUBJECT, id, objection.area()))))
                .chain(() -> now(transaction, id));
    }

    private Uni<Objection> now(SqlClient transaction, UUID id) {
        return remarks.objection(transaction, id).map(Optional::orElseThrow).map(ScoreRemarks.Stored::view);
    }
}
