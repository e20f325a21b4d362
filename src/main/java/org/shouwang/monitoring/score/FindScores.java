package org.shouwang.monitoring.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.monitoring.unit.Unit;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Scores as somebody sees them: offices all of their areas, a unit what was published, the ranking and its own parts. */
@Singleton
class FindScores {

    private final Units speakers;
    private final ScoreRows rows;
    private final ScoreUnits units;
    private final ScoreRemarks remarks;
    private final Messages messages;
    private final Pool pool;

    FindScores(Units speakers, ScoreRows rows, ScoreUnits units, ScoreRemarks remarks, Messages messages, Pool pool) {
        this.speakers = speakers;
        this.rows = rows;
        this.units = units;
        this.remarks = remarks;
        this.messages = messages;
        this.pool = pool;
    }

    /** A book with its units, as far as somebody sees it. */
    private record Seen(ScoreBook book, List<UnitScore> units, boolean office) {}

    private Uni<Result<Seen>> seen(UUID id, Sight sight) {
        return rows.find(pool, id)
                .chain(found -> found.map(book -> units.of(pool, id).map(all -> seen(book, all, sight)))
                        .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))));
    }

    private static Result<Seen> seen(ScoreBook book, List<UnitScore> all, Sight sight) {
        boolean office = sight.areas().contains(book.area());
        boolean own = !book.isDraft() && all.stream().anyMatch(unit -> isOwn(unit.unitId(), sight));
        return office || own ? Result.ok(new Seen(book, all, office)) : Result.refused(Problem.NOT_FOUND);
    }

    private static boolean isOwn(UUID unit, Sight sight) {
        return sight.units().stream().map(Unit::id).anyMatch(unit::equals);
    }

    Uni<Result<ScoreView>> one(UUID id, Caller caller) {
        return speakers.sight(caller)
                .chain(able -> able.then(sight -> seen(id, sight)))
                .chain(found -> found.thenDo(seen -> seen.office()
                        ? remarks.objections(pool, id)
                                .map(all -> ScoreView.of(
                                        seen.book(),
                                        seen.units(),
                                        all.stream()
                                                .map(ScoreRemarks.Stored::view)
                                                .toList()))
                        : Uni.createFrom().item(ScoreView.of(seen.book(), seen.units(), null))));
    }

    Uni<Result<UnitScoreView>> unit(UUID id, UUID unit, Caller caller) {
        return speakers.sight(caller)
                .chain(able -> able.then(sight -> seen(id, sight)
                        .map(found -> found.flatMap(seen -> seen.office() || isOwn(unit, sight)
                                ? Result.ok(seen)
                                : Result.refused(Problem.NOT_FOUND)))))
                .chain(found -> found.then(seen -> seen.units().stream()
                        .filter(one -> one.unitId().equals(unit))
                        .findFirst()
                        .map(one -> view(seen, one).map(Result::ok))
                        .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))));
    }

    private Uni<UnitScoreView> view(Seen seen, UnitScore unit) {
        UUID id = seen.book().id();
        Map<UUID, Integer> ranks = Ranking.of(ScoreView.scores(seen.units()));
        return units.parts(pool, id, unit.unitId()).chain(parts -> units.results(pool, id, unit.unitId())
                .chain(results -> remarks.adjustments(pool, id, unit.unitId())
                        .chain(adjustments -> remarks.objection(pool, seen.book(), unit.unitId())
                                .map(objection -> new UnitScoreView(
                                        id,
                                        unit.unitId(),
                                        unit.unitName(),
                                        unit.base(),
                                        unit.adjustment(),
                                        unit.now(),
                                        ranks.get(unit.unitId()),
                                        parts.getOrDefault(unit.unitId(), List.of()).stream()
                                                .sorted(Comparator.comparing(Scored.Part::part))
                                                .map(UnitScoreView.Part::of)
                                                .toList(),
                                        results,
                                        adjustments,
                                        objection.map(ScoreRemarks.Stored::view).orElse(null))))));
    }

    Uni<Result<Page<ScoreView>>> list(@Nullable AreaCode area, @Nullable Integer year, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(3);
        return speakers.sight(caller)
                .chain(able -> able.thenDo(sight -> rows.list(pool, sight, area, year, after, page.limit() + 1)
                        .map(books -> Page.of(
                                books.stream()
                                        .map(book -> ScoreView.of(book, null, null))
                                        .toList(),
                                page.limit(),
                                last -> Cursor.of(last.areaCode(), last.year(), last.edition())))));
    }

    /** The table for the comprehensive appraisal (综合绩效考核), of what was published. */
    Uni<Result<String>> table(UUID id, Caller caller) {
        return caller.with(Right.MONITORING_READ).then(able -> rows.find(pool, id)
                .map(found -> found.filter(book -> !book.isDraft() && caller.may(Right.MONITORING_READ, book.area()))
                        .map(Result::ok)
                        .orElseGet(() -> Result.refused(Problem.NOT_FOUND)))
                .chain(found -> found.thenDo(book -> units.of(pool, id).chain(all -> units.parts(pool, id, null)
                        .map(parts -> ScoreTable.of(
                                messages.text(Messages.CHINESE, "score.table.head"), book, all, parts))))));
    }
}
