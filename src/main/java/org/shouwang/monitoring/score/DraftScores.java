package org.shouwang.monitoring.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.area.Areas.Place;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;

/** The committee office has a draft of the scores of a county and year computed, and computed again until it is published. */
@Singleton
class DraftScores {

    static final String SUBJECT = "SCORE";

    private final Areas areas;
    private final Catalogues catalogues;
    private final ScoreModels models;
    private final ComputeScores compute;
    private final ScoreRows rows;
    private final ScoreUnits units;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    DraftScores(
            Areas areas,
            Catalogues catalogues,
            ScoreModels models,
            ComputeScores compute,
            ScoreRows rows,
            ScoreUnits units,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.areas = areas;
        this.catalogues = catalogues;
        this.models = models;
        this.compute = compute;
        this.rows = rows;
        this.units = units;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Repeated, it answers what is there. */
    Uni<Result<Stored<ScoreView>>> draft(UUID id, ScoreForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE).then(able -> areas.today(List.of(form.areaCode()))
                .map(today -> Optional.ofNullable(today.get(form.areaCode()))
                        .filter(place -> place.code().equals(form.areaCode())))
                .chain(place -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(repeat(found.get(), form, caller))
                                : made(transaction, id, place, form, caller))))));
    }

    private static Result<Stored<ScoreView>> repeat(ScoreBook found, ScoreForm form, Caller caller) {
        return Known.decide(
                        caller.may(Right.MONITORING_WRITE, found.area()),
                        RequestHash.of(form).matches(found.requestHash().getBytes()),
                        caller.workerId().equals(found.createdBy()))
                .map(known -> new Stored<>(
                        found.id(),
                        found.version(),
                        false,
                        known == Known.REPEATED ? ScoreView.of(found, null, null) : null));
    }

    private Uni<Result<Stored<ScoreView>>> made(
            SqlClient transaction, UUID id, Optional<Place> place, ScoreForm form, Caller caller) {
        boolean county = place.filter(one -> one.level() == AreaLevel.COUNTY).isPresent();
        return caller.acting(Right.MONITORING_WRITE, form.areaCode()).then(post -> rows.editions(
                        transaction, form.areaCode(), form.year())
                .map(editions -> Result.unless(ScoreRules.draft(form, county, editions, LocalDays.today(clock)), post)
                        .map(able -> editions.size() + 1))
                .chain(able -> able.thenDo(
                        edition -> insert(transaction, id, place.orElseThrow(), form, edition, caller, post))));
    }

    private Uni<Stored<ScoreView>> insert(
            SqlClient transaction, UUID id, Place county, ScoreForm form, int edition, Caller caller, Post post) {
        LocalDate today = LocalDays.today(clock);
        return rows.insert(
                        transaction,
                        id,
                        form,
                        edition,
                        models.on(today).version(),
                        catalogues.on(today).version(),
                        caller.workerId())
                .chain(() -> written(transaction, id, county, form.year(), "score.draft", caller, post))
                .map(view -> new Stored<>(id, view.version(), true, view));
    }

    /** Computes a draft anew, under the version that was seen; adjustments stay. */
    Uni<Result<ScoreView>> again(UUID id, Result<BaseVersion> base, Caller caller) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.map(book -> again(transaction, book, base, caller))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    private Uni<Result<ScoreView>> again(
            SqlClient transaction, ScoreBook book, Result<BaseVersion> base, Caller caller) {
        LocalDate today = LocalDays.today(clock);
        Place county = new Place(book.area(), AreaLevel.COUNTY);
        return caller.acting(Right.MONITORING_WRITE, book.area())
                .flatMap(post -> base.flatMap(version -> version.against(book.version()))
                        .flatMap(fresh -> ScoreRules.asDraft(book))
                        .map(draft -> post))
                .thenDo(post -> rows.computed(
                                transaction,
                                book.id(),
                                models.on(today).version(),
                                catalogues.on(today).version())
                        .chain(() ->
                                written(transaction, book.id(), county, book.year(), "score.compute", caller, post)));
    }

    private Uni<ScoreView> written(
            SqlClient transaction, UUID id, Place county, int year, String action, Caller caller, Post post) {
        LocalDate today = LocalDays.today(clock);
        Catalogue catalogue = catalogues.on(today);
        return compute.of(transaction, county, year, models.on(today), catalogue)
                .chain(computed -> units.write(transaction, id, computed))
                .chain(() -> trail.changed(
                        transaction, caller.workerId(), post, action, List.of(new Subject(SUBJECT, id, county.code()))))
                .chain(() -> units.of(transaction, id))
                .chain(scored -> rows.find(transaction, id)
                        .map(Optional::orElseThrow)
                        .map(book -> ScoreView.of(book, scored, null)));
    }
}
