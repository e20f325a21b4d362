package org.shouwang.activity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;

/** Registers a children's home once; repeating it answers the home as it is now. */
@Singleton
class RecordHome {

    private final Areas areas;
    private final HomeRepository homes;
    private final Trail trail;
    private final HomeRows rows;
    private final HomeLists lists;
    private final Clock clock;

    RecordHome(Areas areas, HomeRepository homes, Trail trail, HomeRows rows, HomeLists lists, Clock clock) {
        this.areas = areas;
        this.homes = homes;
        this.trail = trail;
        this.rows = rows;
        this.lists = lists;
        this.clock = clock;
    }

    /** Asks for the code before it looks for the home: what an equal request makes meanwhile is found as the home itself. */
    Uni<Result<Stored<HomeView>>> record(UUID id, HomeForm form, Caller caller) {
        return areas.today(List.of(form.areaCode()))
                .map(found -> found.get(form.areaCode()))
                .chain(place -> Panache.withTransaction(() -> record(id, form, place, caller)))
                .chain(result -> result.thenDo(this::viewed));
    }

    /** As it stands after the transaction, where the caller may see it; no view while a larger transaction is under way. */
    private Uni<Stored<HomeView>> viewed(Stored<ChildrensHome> stored) {
        if (stored.view() == null) {
            return Uni.createFrom().item(new Stored<>(stored.id(), stored.version(), stored.created(), null));
        }
        return rows.byIds(List.of(stored.id()), AreaRanges.EVERYWHERE).map(found -> found.stream()
                .findFirst()
                .map(view -> new Stored<>(view.id(), view.version(), stored.created(), view))
                .orElseGet(() -> new Stored<>(stored.id(), stored.version(), stored.created(), null)));
    }

    private Uni<Result<Stored<ChildrensHome>>> record(
            UUID id, HomeForm form, Areas.@Nullable Place place, Caller caller) {
        RequestHash request = RequestHash.of(form);
        return caller.with(Right.HOME_WRITE)
                .then(allowed -> homes.isTaken(form.homeCode()).chain(taken -> homes.findById(id)
                        .chain(found -> found == null
                                ? create(id, form, place, taken, caller)
                                : Uni.createFrom().item(repeat(found, request, caller)))));
    }

    private static Result<Stored<ChildrensHome>> repeat(ChildrensHome found, RequestHash request, Caller caller) {
        return Known.decide(found, request, caller, Right.HOME_READ)
                .map(known -> known == Known.REPEATED ? Stored.repeated(found, found) : Stored.outOfScope(found));
    }

    private Uni<Result<Stored<ChildrensHome>>> create(
            UUID id, HomeForm form, Areas.@Nullable Place place, boolean taken, Caller caller) {
        AreaCode area = place == null ? form.areaCode() : place.code();
        List<Violation> violations = new ArrayList<>(HomeRules.check(form, LocalDays.today(clock)));
        violations.addAll(Places.village(form.areaCode(), place));
        return Places.workers(form.details().workers())
                .invoke(violations::addAll)
                .chain(all -> caller.acting(Right.HOME_WRITE, area)
                        .flatMap(post -> Result.unless(violations, post))
                        .flatMap(post -> taken ? Result.<Post>refused(Problem.ALREADY_REGISTERED) : Result.ok(post))
                        .thenDo(acting -> insert(id, form, area, caller, acting)));
    }

    private Uni<Stored<ChildrensHome>> insert(UUID id, HomeForm form, AreaCode area, Caller caller, Post acting) {
        ChildrensHome home = new ChildrensHome(
                new ClientRecord.Birth(
                        id, area, form.areaCode(), RequestHash.of(form), clock.instant(), caller.workerId()),
                form);
        return homes.persistAndFlush(home)
                .call(() -> form.details().equals(HomeDetails.NOT_ASKED)
                        ? Uni.createFrom().voidItem()
                        : lists.put(id, form.details()))
                .call(() -> trail.changed(caller, acting, "home.record", new Subject("Home", id, home.areaCode)))
                .map(saved -> Stored.created(saved, saved));
    }
}
