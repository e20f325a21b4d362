package org.shouwang.monitoring.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.monitoring.score.ScoreRecordRows.Made;
import org.shouwang.monitoring.score.ScoreRecordRows.Wanted;
import org.shouwang.monitoring.supervision.LetterInterviews;
import org.shouwang.monitoring.supervision.LetterInterviews.Held;
import org.shouwang.monitoring.unit.Unit;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;

/** The committee office records a commendation or an interview once; one about a letter stands in the letter's history too. */
@Singleton
class KeepScoreRecord {

    private static final String SUBJECT = "SCORE_RECORD";

    private final Areas areas;
    private final Units units;
    private final ScoreRecordRows rows;
    private final LetterInterviews letters;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    KeepScoreRecord(
            Areas areas,
            Units units,
            ScoreRecordRows rows,
            LetterInterviews letters,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.areas = areas;
        this.units = units;
        this.rows = rows;
        this.letters = letters;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<Stored<ScoreRecordView>>> keep(UUID id, ScoreRecordForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.find(transaction, id)
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(repeat(found.get(), form, caller))
                                : made(transaction, id, form, caller)))));
    }

    private static Result<Stored<ScoreRecordView>> repeat(Made found, ScoreRecordForm form, Caller caller) {
        return Known.decide(
                        caller.may(Right.MONITORING_WRITE, found.view().areaCode()),
                        RequestHash.of(form).matches(found.requestHash().getBytes()),
                        caller.workerId().equals(found.createdBy()))
                .map(known -> new Stored<>(
                        found.view().id(),
                        found.view().version(),
                        false,
                        known == Known.REPEATED ? found.view() : null));
    }

    private Uni<Result<Stored<ScoreRecordView>>> made(
            SqlClient transaction, UUID id, ScoreRecordForm form, Caller caller) {
        return caller.acting(Right.MONITORING_WRITE, form.areaCode())
                .then(post -> areas.today(List.of(form.areaCode()))
                        .chain(there -> units.find(transaction, form.unitId())
                                .map(unit -> Result.unless(
                                        check(
                                                form,
                                                there.containsKey(form.areaCode()),
                                                unit.filter(one -> post.areas().contains(one.area())),
                                                LocalDays.today(clock)),
                                        post))))
                .chain(able -> able.then(post -> ofLetter(transaction, form, caller, post)))
                .chain(able -> able.thenDo(post -> write(transaction, id, form, caller, post)));
    }

    static List<Violation> check(ScoreRecordForm form, boolean area, Optional<Unit> unit, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (!area) {
            found.add(Violation.of("areaCode", "area-exists"));
        }
        if (unit.isEmpty()) {
            found.add(Violation.of("unitId", "score-record-unit"));
        }
        if (form.heldOn().isAfter(today)) {
            found.add(Violation.of("heldOn", "score-record-held"));
        }
        if ((form.kind() == ScoreRecordKind.INTERVIEW) != (form.agreed() != null)) {
            found.add(Violation.of("agreed", "score-record-agreed"));
        }
        if (form.kind() == ScoreRecordKind.COMMENDATION && form.letterId() != null) {
            found.add(Violation.of("letterId", "score-record-letter"));
        }
        return found;
    }

    private Uni<Result<Post>> ofLetter(SqlClient transaction, ScoreRecordForm form, Caller caller, Post post) {
        UUID letter = form.letterId();
        String agreed = form.agreed();
        return letter == null || agreed == null
                ? Uni.createFrom().item(Result.ok(post))
                : letters.record(transaction, new Held(letter, form.unitId(), form.heldOn(), agreed), caller, post)
                        .map(held -> held.map(done -> post));
    }

    private Uni<Stored<ScoreRecordView>> write(
            SqlClient transaction, UUID id, ScoreRecordForm form, Caller caller, Post post) {
        return rows.insert(transaction, id, form, caller.workerId())
                .chain(() -> trail.changed(
                        transaction,
                        caller.workerId(),
                        post,
                        "score-record.keep",
                        List.of(new Subject(SUBJECT, id, form.areaCode()))))
                .chain(() -> rows.find(transaction, id))
                .map(Optional::orElseThrow)
                .map(made -> new Stored<>(id, made.view().version(), true, made.view()));
    }

    /** Offices see those of their areas, a liaison those of the own unit. */
    Uni<Result<Page<ScoreRecordView>>> list(Wanted wanted, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(3);
        return units.sight(caller)
                .chain(able -> able.thenDo(sight -> rows.list(pool, sight, wanted, after, page.limit() + 1)
                        .map(found -> Page.of(
                                found, page.limit(), last -> Cursor.of(last.areaCode(), last.year(), last.id())))));
    }
}
